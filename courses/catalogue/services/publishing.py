from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from courses.catalogue import queries
from courses.catalogue.models import CoursePage
from courses.catalogue.services.compiling import compile_course
from courses.syllabus import queries as outlines
from courses.syllabus import services as syllabus
from courses.syllabus.engine.publishing import Impact, Plan, changes, problems_of
from portal.audit import api as audit
from portal.law import api as law


@transaction.atomic
def publish_course(*, page: CoursePage, actor: Any, impact: Impact, note: str = "") -> Plan:
    """Makes what stands on the live pages what learners read. Raises DraftInvalid and StructureChanged."""
    source = queries.source_page(page)
    compiled = compile_course(source)
    plan = syllabus.publish(code=source.code, about=about(source), draft=compiled.draft, impact=impact, note=note)
    for key, block in sorted(compiled.citations):
        law.cite(key, f"course:{source.code}:{block}")
    audit.record(
        actor=actor,
        verb="course.published",
        target=f"course:{source.translation_key}",
        detail={"impact": impact, "new_version": plan.new_version, "editions": len(plan.lesson_editions)},
    )
    return plan


@dataclass(frozen=True)
class Upcoming:
    """What publishing now would bring, by the titles an author knows; `problems` stand in its way."""

    problems: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]


def upcoming(page: CoursePage) -> Upcoming:
    source = queries.source_page(page)
    draft = compile_course(source).draft
    course = queries.published(source)
    served = outlines.current_of(course) if course else None
    if course is None or course.current_id is None or served is None:
        return Upcoming(problems_of(draft), ())
    found = changes(draft, served)
    before, now = (
        outlines.outline(course, course.current_id, draft.source_locale).words,
        draft.words[draft.source_locale],
    )
    lines = (
        (_("New"), tuple(now.activity(each).title for each in found.added)),
        (_("No longer in the course"), tuple(before.activity(each).title for each in found.removed)),
        (_("Order or rules"), (now.title,) if found.rearranged else ()),
        (_("Title page and outline"), found.pages),
        (_("Lessons with new words"), tuple(f"{now.activity(each).title} ({code})" for each, code in found.lessons)),
    )
    return Upcoming(problems_of(draft), tuple((heading, titles) for heading, titles in lines if titles))


def about(page: CoursePage) -> dict[str, Any]:
    return {
        "uuid": page.translation_key,
        "level": page.level,
        "hours": page.hours,
        "scope": page.scope,
        "cover": page.cover,
        "competencies": [key.strip() for key in page.competencies.split(",") if key.strip()],
        "is_open": page.is_open,
    }
