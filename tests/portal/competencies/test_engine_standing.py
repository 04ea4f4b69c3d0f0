"""From evidence to a level, without a database."""

import pytest

from portal.competencies.engine.framework import competencies, levels
from portal.competencies.engine.standing import level_shown


@pytest.mark.parametrize(
    ("scores", "level"),
    [
        ([], None),
        ([0.2], "A"),
        ([0.5], "B"),
        ([1.0], "B"),
        ([0.8, 0.8], "C"),
        ([0.0, 0.0, 1.0, 1.0, 1.0], "C"),
        ([1.0, 1.0, 1.0, 0.0, 0.0, 0.0], "A"),
    ],
)
def test_the_last_three_pieces_decide_and_one_alone_never_shows_independence(scores, level):
    assert level_shown(scores) == level


def test_no_score_shows_that_somebody_teaches_or_decides():
    assert level_shown([1.0] * 50) == "C"


def test_the_framework_has_six_competencies_with_a_sentence_for_each_level():
    keys = [competency.key for competency in competencies("en")]
    assert keys == [
        "legal_clocks", "identification", "safeguards", "data_protection", "cooperation", "case_management",
    ]  # fmt: skip
    for competency in competencies("en"):
        assert list(competency.can_do) == [level.key for level in levels("en")] == ["A", "B", "C", "D"]


def test_a_missing_translation_is_shown_in_english():
    albanian, macedonian, english = (competencies(locale)[2] for locale in ("sq", "mk", "en"))
    assert (albanian.name, macedonian.name) == ("Garancitë", english.name)
