"""What keeps a file from being loaded does not hide what else is wrong with it."""

import json

import pytest

from simulations.engine.check.report import SHALLOW
from tests.simulations.engine.check.cases import case_of, report_of

BROKEN = {
    "a value of a fact": ("messages.hit.effects", [{"set": "reply", "to": "perhaps"}], "unknown_fact_value"),
    "the length of a clock": ("deadlines.reply.value", "eu-serbia.replies", "unknown_values"),
    "a key that means nothing": ("endings.answered.wenn", {"act": "agree"}, "unknown_key"),
}


def named(case):
    report = report_of(json.dumps(case, ensure_ascii=False, indent=1), limits=SHALLOW)
    return {(item.code, item.where.partition(" (line ")[0].rpartition(".")[0]) for item in report.problems}


def put(case, path, value):
    *way, last = path.split(".")
    for part in way:
        case = case[part]
    case[last] = value


@pytest.fixture
def case():
    return case_of("tiny")


@pytest.mark.parametrize("what", BROKEN)
def test_a_critical_item_on_unreviewed_law_is_named_beside_it(case, what):
    path, value, code = BROKEN[what]
    kind, key, *rest = path.split(".")
    key = key if key in case[kind] else next(iter(case[kind]))
    put(case, ".".join((kind, key, *rest)), value)
    clock = next(iter(case["deadlines"]))
    critical = {"title": "T", "competency": next(iter(case["competencies"])), "points": 1, "critical": True}
    case["rubric"]["quick"] = {**critical, "when": {"deadline": clock, "is": "running"}}
    codes = {item for item, _ in named(case)}
    assert {code, "unreviewed_decides"} <= codes


def test_nothing_is_said_that_only_follows_from_what_was_left_out(case):
    fact = next(iter(case["facts"]))
    case["facts"][fact]["initial"] = "nowhere"
    assert {code for code, _ in named(case)} == {"not_offered"}


def test_two_parts_that_are_broken_in_turn_are_both_left_out(case):
    act = next(iter(case["acts"]))
    case["acts"][act]["effects"] = [{"sett": "reply"}]
    case["acts"][act]["minutes"] = "long"
    case["pass_percent"] = 140
    assert {code for code, _ in named(case)} == {"unknown_effect", "wrong_type", "pass_percent"}
