"""A small test with one question of each kind and one that rests on a value nobody has reviewed."""

from typing import Any
from uuid import UUID

ENROLMENT = UUID("11111111-1111-4111-8111-111111111111")
ACTIVITY = UUID("22222222-2222-4222-8222-222222222222")
KEY = "small-course.final-test"


def question(number: int, kind: str, **parts: Any) -> dict[str, Any]:
    return {
        "uuid": f"00000000-0000-4000-8000-00000000000{number}",
        "type": kind,
        "competency": "safeguards",
        "law": ["eu-serbia.art-10-2"],
        "rests_on": "principle",
        "mark": "sourced",
        **parts,
    }


def options(**texts: str) -> dict[str, Any]:
    return {key: {"text": text, "feedback": f"Said to {key}."} for key, text in texts.items()}


SINGLE = question(
    1,
    "single",
    correct=["b"],
    en={
        "situation": "A plane waits.",
        "stem": "Who decides?",
        "options": options(a="The airline", b="The authority", c="Nobody"),
    },
    sq={"stem": "Kush vendos?", "options": options(a="Linja ajrore", b="Autoriteti", c="Askush")},
)
MULTIPLE = question(
    2,
    "multiple",
    correct=["a", "c"],
    en={"stem": "Which two belong in the query?", "options": options(a="Name", b="Religion", c="Birth date", d="Diet")},
)
TRUE_FALSE = question(
    3,
    "true_false",
    correct=["false"],
    en={
        "stem": "Silence ends the examination.",
        "options": {"true": {"feedback": "It does not."}, "false": {"feedback": "Right."}},
    },
)
MATCHING = question(
    4,
    "matching",
    competency="cooperation",
    pairs={"fear": "asylum", "ill": "doctor"},
    en={
        "stem": "Whose answer do you need?",
        "left": {"fear": "Fear", "ill": "Illness"},
        "right": {"asylum": "The asylum authority", "doctor": "A doctor", "airline": "The airline"},
        "feedback": "Each ground has its authority.",
    },
)
ORDERING = question(
    5,
    "ordering",
    competency="identification",
    order=["class", "compare", "agree"],
    en={
        "stem": "Put the steps in order.",
        "items": {"class": "Class the evidence", "compare": "Compare identity", "agree": "Agree"},
    },
)
ON_A_VALUE = question(
    6,
    "single",
    competency="legal_clocks",
    rests_on="value",
    correct=["a"],
    en={"stem": "Until when?", "options": options(a="Thursday", b="Monday")},
)
QUIZ = {
    "uuid": str(ACTIVITY),
    "key": KEY,
    "pass_mark": 0.7,
    "attempts": 2,
    "wait_hours": 24,
    "en": {"title": "Final test", "summary": "Six questions.", "note": "One does not count."},
    "sq": {"title": "Testi përfundimtar", "summary": "Gjashtë pyetje."},
    "questions": [SINGLE, MULTIPLE, TRUE_FALSE, MATCHING, ORDERING, ON_A_VALUE],
}
# What to send to each question to answer it fully right.
RIGHT = {
    1: {"answer": "b"},
    2: {"answer": ["a", "c"]},
    3: {"answer": "false"},
    4: {"item-fear": "asylum", "item-ill": "doctor"},
    5: {"place-class": "1", "place-compare": "2", "place-agree": "3"},
    6: {"answer": "a"},
}
