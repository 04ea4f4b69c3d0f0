"""The small case with every kind of task: a form to fill, a page to mark, an interview, an order, a text."""

import copy
from typing import Any

import yaml

from simulations.engine.source import read
from simulations.scenarios.models import ScenarioVersion
from tests.factories.simulations import SMALL_CASE, publish

KEY = "task-case"


def document() -> dict[str, Any]:
    case = copy.deepcopy(read(SMALL_CASE).value)
    case["title"] = "Task case"
    case["forms"] = {
        "application": {
            "title": "Application",
            "blocks": {"A": "Person", "D": "Special circumstances"},
            "fields": {
                "surname": _line("A", "Surname", ["PRIMER"], "The page prints PRIMER.", compare="letters"),
                "birth": _line("A", "Date of birth", ["04.08.1987"], "Day and month.", compare="date"),
                "consent": {
                    "block": "D",
                    "label": "She agreed",
                    "kind": "tick",
                    "needed": False,
                    "excess": "Nobody asked.",
                },
                "health": {
                    "kind": "text",
                    "block": "D",
                    "label": "Health",
                    "needed": False,
                    "excess": "Nobody needs it.",
                },
            },
        }
    }
    case["acts"] |= {"fill": _fill(), "study": _study(), "talk": _talk(), "sort": _sort(), "letter": _letter()}
    case["competencies"] |= {"cooperation": "Cooperation"}
    return case


def publish_tasks() -> ScenarioVersion:
    return publish(key=KEY, raw=yaml.safe_dump(document(), sort_keys=False, allow_unicode=True))


def _line(block: str, label: str, fits: list[str], again: str, **more: Any) -> dict[str, Any]:
    return {"block": block, "label": label, "fits": fits, "look_again": again, "from": ["form.born"], **more}


def _fill() -> dict[str, Any]:
    rules = {
        "good": {
            "when": {"input": "application", "count": ["fits"], "at_least": 3},
            "verdict": "sound",
            "feedback": "Whole.",
        },
        "rest": {"verdict": "cost", "feedback": "Not whole."},
    }
    inputs = {"application": {"kind": "form", "form": "application", "required": False}}
    return _act("decide", "Fill the application", 30, task="fill", inputs=inputs, rules=rules)


def _study() -> dict[str, Any]:
    inputs = {"marks": {"kind": "marks", "document": "form", "required": False}}
    rules = {
        "seen": {"when": {"input": "marks", "found": 1}, "verdict": "sound", "feedback": "You saw it."},
        "not": {"verdict": "cost", "feedback": "You passed it over."},
    }
    return _act("look", "Study the form", 10, task="inspect", document="form", inputs=inputs, rules=rules)


def _talk() -> dict[str, Any]:
    questions = {
        "school": {"text": "Where did you go to school?", "answer": "In Novi Primer.", "manner": "open"},
        "fear": {"text": "So you have nothing to fear?", "answer": "He looks down.", "manner": "leading"},
        "home": {"text": "Who is at home?", "answer": "My sister.", "manner": "open"},
    }
    rules = {
        "led": {"when": {"input": "question", "is": ["fear"]}, "verdict": "cost", "feedback": "LEADING-SECRET"},
        "open": {"verdict": "sound", "feedback": "Asked openly."},
    }
    return _act("find_out", "Talk with her", 15, task="interview", limit=2, questions=questions, rules=rules)


def _sort() -> dict[str, Any]:
    inputs = {
        "files": {
            "kind": "order",
            "label": "Which file first?",
            "options": {"quiet": "Quiet file", "loud": "Loud file", "old": "Old file"},
        }
    }
    rules = {
        "right": {"when": {"input": "files", "first": ["quiet"]}, "verdict": "sound", "feedback": "The quiet one."},
        "wrong": {"verdict": "cost", "feedback": "The loud one can wait."},
    }
    return _act("look", "Sort the files", 10, inputs=inputs, rules=rules)


def _letter() -> dict[str, Any]:
    inputs = {"words": {"kind": "text", "label": "Your letter", "least_words": 5}}
    return _act(
        "decide",
        "Write to the family",
        30,
        task="write",
        competency="cooperation",
        inputs=inputs,
        model_answer="MODEL-ANSWER-TEXT",
        criteria=["Says who writes", "Says what happens next"],
    )


def _act(group: str, label: str, minutes: int, **more: Any) -> dict[str, Any]:
    return {"group": group, "label": label, "minutes": minutes, **more}
