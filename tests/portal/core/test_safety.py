"""Production says which value is unsafe, before it answers anybody."""

from portal.settings.safety import unsafe_values

SAFE = {
    "SECRET_KEY": "k" * 50,
    "ALLOWED_HOSTS": ["academy.example.org"],
    "DEBUG": False,
    "DEMO": False,
    "STAFF_MFA_REQUIRED": True,
    "BASE_URL": "https://academy.example.org",
    "DATABASES": {"default": {"ENGINE": "django.db.backends.postgresql"}},
    "REDIS_URL": "redis://cache/0",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
}


def test_safe_values_raise_no_word():
    assert unsafe_values(SAFE) == []


def test_each_unsafe_value_is_named_at_once():
    unsafe = SAFE | {
        "SECRET_KEY": "short",
        "ALLOWED_HOSTS": ["*"],
        "DEBUG": True,
        "DEMO": True,
        "STAFF_MFA_REQUIRED": False,
        "BASE_URL": "http://academy.example.org",
        "DATABASES": {"default": {"ENGINE": "django.db.backends.sqlite3"}},
        "REDIS_URL": "",
        "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend",
    }
    assert [line.split(":")[0] for line in unsafe_values(unsafe)] == [
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "DEBUG",
        "DEMO",
        "STAFF_MFA_REQUIRED",
        "BASE_URL",
        "DATABASE_URL",
        "REDIS_URL",
        "EMAIL_URL",
    ]
