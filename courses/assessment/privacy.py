"""What this room keeps about a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from courses.assessment.models import Attempt
from portal.accounts.api import Erase, personal_data


def _tests(user: Any) -> list[dict[str, Any]]:
    attempts = Attempt.objects.filter(seat__user=user).select_related("seat__quiz").prefetch_related("responses")
    return [
        {
            "test": attempt.seat.quiz.key,
            "try": attempt.n,
            "started_at": attempt.started_at,
            "submitted_at": attempt.submitted_at,
            "percent": attempt.percent,
            "passed": attempt.passed,
            "answers": [
                {"question": response.position, "given": response.given, "saved_at": response.saved_at}
                for response in attempt.responses.all()
            ],
        }
        for attempt in attempts.order_by("pk")
    ]


personal_data(
    "assessment.QuizSeat",
    export=_tests,
    erase=Erase.KEEP,
    reason=_("Which questions were answered right stays for improving them; after erasure it leads to nobody."),
)
