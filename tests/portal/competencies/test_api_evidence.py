"""Evidence of what a person can do."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from portal.competencies import api
from portal.competencies.models import Evidence
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = datetime(2026, 11, 16, 9, tzinfo=UTC), datetime(2026, 11, 17, 9, tzinfo=UTC)


def test_the_picture_shows_each_competency_and_what_was_shown_of_it():
    user = person()
    api.record_evidence(user_id=user.pk, competency="safeguards", source="quiz:1", score=0.9, at=MONDAY)
    api.record_evidence(user_id=user.pk, competency="safeguards", source="run:1", score=1.0, at=TUESDAY)
    pictures = {picture.competency.key: picture for picture in api.picture_of(user.pk, "en")}
    shown = pictures["safeguards"]
    assert (shown.level, shown.pieces, shown.latest) == ("C", 2, TUESDAY)
    assert shown.can_do.startswith("Can stop a procedure")
    assert [(p.level, p.pieces, p.can_do) for key, p in pictures.items() if key != "safeguards"] == [(None, 0, "")] * 5


def test_the_same_source_counts_once():
    user = person()
    for score in (0.4, 1.0):
        api.record_evidence(user_id=user.pk, competency="cooperation", source="quiz:1", score=score, at=MONDAY)
    assert list(Evidence.objects.values_list("score", flat=True)) == [0.4]


def test_a_competency_outside_the_framework_is_refused():
    with pytest.raises(api.UnknownCompetency, match="charm"):
        api.record_evidence(user_id=person().pk, competency="charm", source="quiz:1", score=1, at=MONDAY)


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_a_score_is_a_share(score):
    user = person()
    with pytest.raises(IntegrityError), transaction.atomic():
        api.record_evidence(user_id=user.pk, competency="cooperation", source="quiz:1", score=score, at=MONDAY)


def test_nobody_sees_the_evidence_of_another():
    api.record_evidence(user_id=person().pk, competency="cooperation", source="quiz:1", score=1, at=MONDAY)
    assert all(picture.pieces == 0 for picture in api.picture_of(person().pk, "en"))


@pytest.mark.parametrize("pieces", [1, 3])
def test_the_picture_costs_one_query(pieces, django_assert_num_queries):
    user = person()
    for n in range(pieces):
        api.record_evidence(user_id=user.pk, competency="cooperation", source=f"quiz:{n}", score=1, at=MONDAY)
    with django_assert_num_queries(1):
        api.picture_of(user.pk, "en")
