from datetime import datetime

from portal.competencies.engine.framework import competencies
from portal.competencies.models import Evidence


class UnknownCompetency(LookupError):
    """The framework has no competency of that key."""


def record_evidence(*, user_id: int, competency: str, source: str, score: float, at: datetime) -> None:
    """Notes one piece of evidence; the same source said again changes nothing."""
    if competency not in {known.key for known in competencies("en")}:
        raise UnknownCompetency(competency)
    Evidence.objects.get_or_create(
        user_id=user_id, competency=competency, source=source, defaults={"score": score, "at": at}
    )
