from typing import Any

from django.db import transaction

from courses.catalogue import queries
from courses.catalogue.models import CoursePage
from courses.catalogue.services.compiling import compile_course
from courses.syllabus import services as syllabus
from courses.syllabus.engine.publishing import Impact, Plan
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
