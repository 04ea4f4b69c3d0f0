"""The home page of one person, put together from the rooms' front doors."""

from datetime import datetime
from typing import Any

from courses.learning import api as learning
from portal.accounts import api as accounts
from portal.home.queries import cases, needs, steps, words
from portal.home.queries.shapes import CaseCard, DateItem, Home, Need, NextStep

__all__ = ["CaseCard", "DateItem", "Home", "Need", "NextStep", "home_of"]

DATES_SHOWN = 4


def home_of(user: Any, at: datetime) -> Home:
    """`at` in local time: the greeting follows the clock on the wall."""
    courses = learning.my_courses(user)
    is_staff = accounts.has_role(user, *needs.STAFF)
    dates = sorted(steps.due_dates(courses, at.date()), key=lambda item: item.date)
    return Home(
        greeting=words.greeting(user.name, at),
        today=at,
        next_step=steps.next_step(user, courses) if courses or not is_staff else None,
        case=cases.case_card(user),
        dates=tuple(dates[:DATES_SHOWN]),
        is_staff=is_staff,
        needs=needs.needs_of(user) if is_staff else (),
        places=needs.places_of(user) if is_staff else (),
    )
