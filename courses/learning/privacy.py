"""What this room keeps about a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from courses.learning.models import Enrolment
from portal.accounts.api import personal_data


def _export(user: Any) -> list[dict[str, Any]]:
    rows = Enrolment.objects.filter(user=user).select_related("course").order_by("course__code", "cycle")
    return [_as_document(row) for row in rows.prefetch_related("completions__activity", "practice_answers")]


def _as_document(row: Enrolment) -> dict[str, Any]:
    return {
        "course": row.course.code,
        "cycle": row.cycle,
        "state": row.state,
        "required_done": row.required_done,
        "required_total": row.required_total,
        "enrolled_at": row.enrolled_at,
        "last_activity_at": row.last_activity_at,
        "completed_at": row.completed_at,
        "due": row.due,
        "as_enrolled": {
            "jurisdiction": row.snap_jurisdiction,
            "institution": row.snap_institution,
            "sex": row.snap_sex,
            "function": row.snap_function,
        },
        "completions": [
            {"activity": done.activity.uuid, "kind": done.activity.kind, "source": done.source, "done_at": done.done_at}
            for done in row.completions.all()
        ],
        "practice": [
            {"question": given.question_uuid, "answer": given.answer, "answered_at": given.answered_at}
            for given in row.practice_answers.all()
        ],
    }


def _forget(user: Any) -> None:
    """Progress stays as a number that names nobody; what tells one official from another goes."""
    rows = Enrolment.objects.filter(user=user)
    for row in rows:
        row.practice_answers.all().delete()
    rows.update(snap_institution="", snap_function="", snap_sex="")


personal_data(
    "learning.Enrolment",
    export=_export,
    erase=_forget,
    reason=_("How many learners of a country finished a course stays countable; it names nobody any more."),
)
