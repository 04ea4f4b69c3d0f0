"""Publishing: from a draft in memory to rows that never change."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from courses.syllabus import queries, signals
from courses.syllabus.engine import publishing, structure, words
from courses.syllabus.engine.publishing import Impact, Plan
from courses.syllabus.engine.words import Draft
from courses.syllabus.models import Activity, Course, CourseEdition, LessonEdition, Requirement, SyllabusVersion
from portal.core.clock import now


@transaction.atomic
def publish(*, code: str, about: dict[str, Any], draft: Draft, impact: Impact, note: str = "") -> Plan:
    """Writes what changed, nothing else; publishing twice without a change writes nothing.

    Raises DraftInvalid with every problem, and StructureChanged for a cosmetic publish that is not one.
    """
    # Lock first: two authors publishing at once must not both make version 2.
    course, _created = Course.objects.select_for_update().get_or_create(
        code=code, defaults=about | {"source_locale": draft.source_locale}
    )
    plan = publishing.plan(draft, queries.current_of(course), impact)
    at = now()
    version = _new_version(course, draft, impact, note, at) if plan.new_version else course.current
    assert version is not None  # noqa: S101  a plan without a current version makes one
    _write_editions(version, draft, plan, at)
    _point_at(course, version, about)
    if plan.new_version:
        transaction.on_commit(
            lambda: signals.version_published.send(
                sender=SyllabusVersion, course_id=course.pk, version_id=version.pk, impact=impact
            )
        )
    return plan


def mark_pending(*, code: str) -> None:
    Course.objects.filter(code=code, pending_since=None).update(pending_since=now())


def set_listed(*, code: str, is_listed: bool) -> None:
    """Takes a course off the catalogue, or puts it back. People who are enrolled go on reading."""
    Course.objects.filter(code=code).update(is_listed=is_listed)


def _new_version(course: Course, draft: Draft, impact: Impact, note: str, at: datetime) -> SyllabusVersion:
    last = course.versions.aggregate(n=Max("n"))["n"] or 0
    version = SyllabusVersion.objects.create(
        course=course,
        n=last + 1,
        impact=impact,
        note=note,
        structure=structure.as_json(draft.structure),
        content_hash=draft.structure.content_hash,
        published_at=at,
    )
    activities = _activities(course, draft)
    Requirement.objects.bulk_create(
        Requirement(
            version=version,
            activity=activities[activity.uuid],
            position=position,
            module_key=module.key,
            rule=activity.rule,
            required=activity.required,
        )
        for position, (module, activity) in enumerate(
            (module, activity) for module in draft.structure.modules for activity in module.activities
        )
    )
    return version


def _activities(course: Course, draft: Draft) -> dict[uuid.UUID, Activity]:
    known = {row.uuid: row for row in Activity.objects.filter(course=course)}
    Activity.objects.bulk_create(
        Activity(uuid=activity.uuid, kind=activity.kind, course=course)
        for activity in draft.structure
        if activity.uuid not in known
    )
    return {row.uuid: row for row in Activity.objects.filter(course=course)}


def _write_editions(version: SyllabusVersion, draft: Draft, plan: Plan, at: datetime) -> None:
    counts = queries.edition_numbers(version)
    CourseEdition.objects.bulk_create(
        CourseEdition(
            version=version,
            locale=locale,
            n=counts.courses.get(locale, 0) + 1,
            words=words.words_as_json(draft.words[locale]),
            source_hash=draft.words[locale].source_hash,
            published_at=at,
        )
        for locale in plan.course_editions
    )
    rows = {row.uuid: row for row in Activity.objects.filter(course=version.course_id)}
    LessonEdition.objects.bulk_create(
        LessonEdition(
            version=version,
            activity=rows[activity],
            locale=locale,
            n=counts.lessons.get((activity, locale), 0) + 1,
            parts=list(draft.lessons[activity, locale].parts),
            source_hash=draft.lessons[activity, locale].source_hash,
            machine_drafted=draft.lessons[activity, locale].machine_drafted,
            published_at=at,
        )
        for activity, locale in plan.lesson_editions
    )


def _point_at(course: Course, version: SyllabusVersion, about: dict[str, Any]) -> None:
    for name, value in about.items():
        setattr(course, name, value)
    course.current = version
    course.stamp = uuid.uuid4()
    course.is_listed = True
    course.pending_since = None
    course.save()
