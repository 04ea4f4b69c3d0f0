"""The home page of one person, put together from the rooms' front doors."""

from datetime import datetime
from typing import Any

from courses.cohorts import api as cohorts
from courses.learning import api as learning
from portal.accounts import api as accounts
from portal.home.queries import cases, dates, needs, steps, words
from portal.home.queries.shapes import CaseCard, DateItem, Home, Need, NextStep, StaffHome

__all__ = ["CaseCard", "DateItem", "Home", "Need", "NextStep", "StaffHome", "home_of", "is_staff", "staff_home_of"]


def is_staff(user: Any) -> bool:
    return accounts.has_role(user, *needs.STAFF)


def home_of(user: Any, at: datetime) -> Home:
    """`at` in local time: the greeting follows the clock on the wall."""
    courses = learning.my_courses(user)
    return Home(
        greeting=words.greeting(user.name, at),
        today=at,
        next_step=steps.next_step(user, courses),
        case=cases.case_card(user),
        dates=dates.for_learner(user, courses, at.date()),
        places=needs.places_of(user),
    )


def staff_home_of(user: Any, at: datetime) -> StaffHome:
    """Exceptions first; the own courses are listed, their next step is one click further."""
    courses = learning.my_courses(user)
    leads = cohorts.attention_for(user)
    return StaffHome(
        greeting=words.greeting(user.name, at),
        today=at,
        needs=needs.needs_of(user, leads),
        dates=dates.for_staff(leads, courses, at.date()),
        courses=courses,
        places=needs.places_of(user),
    )
