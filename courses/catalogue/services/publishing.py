from typing import Any

from courses.catalogue import queries
from courses.catalogue.models import CoursePage
from courses.catalogue.services.compiling import compile_course
from courses.syllabus import services as syllabus
from courses.syllabus.engine.publishing import Impact, Plan


def publish_course(*, page: CoursePage, actor: Any, impact: Impact, note: str = "") -> Plan:
    """Makes what stands on the live pages what learners read. Raises DraftInvalid and StructureChanged."""
    source = queries.source_page(page)
    draft = compile_course(source)
    return syllabus.publish(code=source.code, about=_about(source), draft=draft, impact=impact, note=note)


def _about(page: CoursePage) -> dict[str, Any]:
    return {
        "uuid": page.translation_key,
        "level": page.level,
        "hours": page.hours,
        "scope": page.scope,
        "cover": page.cover,
        "competencies": [key.strip() for key in page.competencies.split(",") if key.strip()],
        "is_open": page.is_open,
    }
