"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from portal.settings.languages import MACHINE_DRAFTED, spoken


def site(request: HttpRequest) -> dict[str, Any]:
    code = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    return {
        "site_name": settings.SITE_NAME,
        "is_demo": settings.DEMO,
        "html_lang": spoken(code),
        "language_is_machine_drafted": code in MACHINE_DRAFTED,
    }
