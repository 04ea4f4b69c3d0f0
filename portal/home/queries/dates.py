"""What is due when: own courses, and the cohorts one learns in or leads."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from courses.cohorts import api as cohorts
from courses.learning.api import MyCourse
from portal.home.queries import words
from portal.home.queries.shapes import DateItem

SHOWN = 4


def for_learner(user: Any, courses: tuple[MyCourse, ...], today: date) -> tuple[DateItem, ...]:
    places = cohorts.dates_of(user)
    by_cohort = {place.course_code: place.due for place in places}
    due = [_course(course, course.due or by_cohort.get(course.code), today) for course in courses]
    begins = [_begin(place) for place in places if place.starts > today]
    return _nearest([*filter(None, due), *begins])


def for_staff(leads: Iterable[cohorts.Attention], courses: tuple[MyCourse, ...], today: date) -> tuple[DateItem, ...]:
    led = [
        DateItem(
            cohort.due,
            cohort.name,
            _("Lessons and test, %(when)s") % {"when": words.until(cohort.due, today)},
            cohort.url,
        )
        for cohort in leads
        if cohort.due >= today
    ]
    return _nearest([*led, *filter(None, (_course(course, course.due, today) for course in courses))])


def _course(course: MyCourse, due: date | None, today: date) -> DateItem | None:
    if due is None or course.done >= course.total:
        return None
    text = _("Lessons and test, %(when)s") % {"when": words.until(due, today)}
    return DateItem(date=due, title=course.title, text=text, url=course.url, lang=course.lang)


def _begin(place: cohorts.CohortDates) -> DateItem:
    text = _("Begins, %(place)s") % {"place": place.place} if place.place else _("Begins")
    return DateItem(date=place.starts, title=place.name, text=text)


def _nearest(items: list[DateItem]) -> tuple[DateItem, ...]:
    return tuple(sorted(items, key=lambda item: item.date)[:SHOWN])
