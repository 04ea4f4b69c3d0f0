"""The next step, from the front door of learning."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from courses.learning import api as learning
from portal.core.dates import spelled
from portal.home.queries import tries, words
from portal.home.queries.shapes import NextStep


def next_step(user: Any, courses: tuple[learning.MyCourse, ...]) -> NextStep:
    """There is always one: go on, or choose a course, or look at what was achieved."""
    step = learning.next_step(user)
    if step is not None:
        return _go_on(step)
    return _all_done(courses[0]) if courses else _choose()


def _go_on(step: learning.NextStep) -> NextStep:
    card = NextStep(
        kicker=_("Your next step · %(where)s") % {"where": _where(step)},
        title=step.title,
        text=f"{_changed(step.changed)} {_text(step)}" if step.changed else _text(step),
        url=step.url,
        action=_action(step),
        lang=step.lang,
        done=step.lessons_done,
        total=step.lessons,
        meter=_meter(step),
    )
    return replace(card, **tries.said_of(step, step.tries)) if step.tries else card


def _changed(at: datetime) -> str:
    day = spelled(localtime(at), "j F Y")
    return _("The course was changed on %(day)s; its page says what is new.") % {"day": day}


def _where(step: learning.NextStep) -> str:
    if step.number is None:
        return step.course_title
    return _("%(course)s, lesson %(number)s of %(total)s") % {
        "course": step.course_title,
        "number": step.number,
        "total": step.lessons,
    }


def _text(step: learning.NextStep) -> str:
    if step.kind == "quiz":
        return _("The lessons are behind you; the final test comes now. Every answer is saved as you give it.")
    if step.kind == "simulation":
        return _("A practice case: you decide, day by day, and nothing you do here touches a real person.")
    if not step.is_started:
        return _("About %(minutes)s. You can stop at any point; we keep your place.") % {
            "minutes": words.duration(step.minutes)
        }
    return _("About %(minutes)s. We kept your place.") % {"minutes": words.duration(step.minutes)}


def _action(step: learning.NextStep) -> str:
    if step.kind == "quiz":
        return _("Go to the test")
    if step.kind == "simulation":
        return _("Go to the case")
    if step.number is None:
        return _("Go on")
    if not step.is_started:
        return _("Start lesson %(number)s") % {"number": step.number}
    return _("Continue lesson %(number)s") % {"number": step.number}


def _meter(step: learning.NextStep) -> str:
    facts = {"done": step.lessons_done, "total": step.lessons}
    if not step.minutes_left:
        return _("%(done)s of %(total)s lessons done") % facts
    left = {"left": words.duration(step.minutes_left)}
    return _("%(done)s of %(total)s lessons done, about %(left)s left") % (facts | left)


def _choose() -> NextStep:
    return NextStep(
        kicker=_("Your next step"),
        title=_("Choose your first course"),
        text=_("Short lessons, each about a quarter of an hour, with a real question of work in it."),
        url=reverse("catalogue:index"),
        action=_("See the courses"),
    )


def _all_done(course: learning.MyCourse) -> NextStep:
    return NextStep(
        kicker=_("Done: %(course)s") % {"course": course.title},
        title=_("Keep it fresh with a practice case"),
        text=_("You have finished what you had begun. Cases are where the law gets its clock."),
        url=reverse("runs:index"),
        action=_("Choose a case"),
        done=course.done,
        total=course.total,
    )
