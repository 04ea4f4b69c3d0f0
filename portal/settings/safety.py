"""What production may not run with."""

from collections.abc import Mapping
from typing import Any


def unsafe_values(settings: Mapping[str, Any]) -> list[str]:
    """One line for each unsafe value, naming the variable and what it needs."""
    checks = (
        (len(settings["SECRET_KEY"]) < 50, "SECRET_KEY: set at least 50 random characters"),
        (not settings["ALLOWED_HOSTS"], "ALLOWED_HOSTS: name the hosts this site answers for"),
        ("*" in settings["ALLOWED_HOSTS"], "ALLOWED_HOSTS: '*' answers for any host"),
        (settings["DEBUG"], "DEBUG: must be off"),
        (settings["DEMO"], "DEMO: must be off"),
        (not settings["STAFF_MFA_REQUIRED"], "STAFF_MFA_REQUIRED: staff need a second factor"),
        (not settings["BASE_URL"].startswith("https://"), "BASE_URL: must start with https://"),
        (
            settings["DATABASES"]["default"]["ENGINE"].endswith("sqlite3"),
            "DATABASE_URL: set PostgreSQL; SQLite is for one machine",
        ),
        (not settings["REDIS_URL"], "REDIS_URL: rate limits and the task queue need it"),
        (
            settings["EMAIL_BACKEND"].endswith(("console.EmailBackend", "dummy.EmailBackend")),
            "EMAIL_URL: invitations need a mail server",
        ),
    )
    return [message for unsafe, message in checks if unsafe]
