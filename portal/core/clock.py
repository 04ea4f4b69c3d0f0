"""The one place that reads the wall clock for services; engines get the time as an argument."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    return timezone.now()
