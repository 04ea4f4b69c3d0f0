"""Safeguards, points and endings that decide nothing, or always."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from tests.simulations.engine.check.planting import NEVER, Case, both, fault, with_never


@fault
def ending_that_never_comes(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, ending in list(case["endings"].items()):
        if "when" in ending:
            with_never(case)
            case["endings"][key]["when"] = both(ending["when"], NEVER)
            yield f"endings.{key}", {"ending_unreachable"}


@fault
def ending_behind_its_twin(case: Case) -> Iterator[tuple[str, set[str]]]:
    for _key, ending in list(case["endings"].items()):
        if "when" in ending:
            case["endings"]["again"] = {**copy.deepcopy(ending), "title": "Again"}
            yield "endings.again", {"ending_unreachable"}


@fault
def safeguard_whose_guard_always_holds(case: Case) -> Iterator[tuple[str, set[str]]]:
    fact, body = next(iter(case["facts"].items()))
    value = {"fact": fact, "is": body["values"][0]}
    for key, guard in list((case.get("safeguards") or {}).items()):
        if "unless" in guard:
            case["safeguards"][key]["unless"] = {"any": [value, {"none": [value]}]}
            yield f"safeguards.{key}", {"safeguard_vacuous"}


@fault
def safeguard_about_nothing(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("safeguards") or {}):
        with_never(case)
        case["safeguards"][key]["where"] = NEVER
        yield f"safeguards.{key}", {"safeguard_vacuous"}


@fault
def item_nobody_earns(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, item in list(case["rubric"].items()):
        with_never(case)
        case["rubric"][key]["when"] = both(item.get("when"), NEVER)
        yield f"rubric.{key}", {"item_unreachable"}


@fault
def item_everybody_earns(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["rubric"]):
        case["rubric"][key].pop("on", None)
        case["rubric"][key].pop("when", None)
        yield f"rubric.{key}", {"item_for_nothing"}


@fault
def pass_that_nobody_can_reach(case: Case) -> Iterator[tuple[str, set[str]]]:
    case["pass_percent"] = 101
    yield "pass_percent", {"pass_percent"}


@fault
def pass_that_comes_by_itself(case: Case) -> Iterator[tuple[str, set[str]]]:
    """Whoever ends one day after the other would pass."""
    case["pass_percent"] = 0
    later = {"date_from": case["ends_on"][:8] + "02"}
    case["endings"] = {"idle": {"kind": "pass", "title": "Idle", "text": "Nothing was done.", "when": later}}
    case["endings"]["over"] = {"kind": "neutral", "title": "Over", "text": "The days are over."}
    case["falls_to"] = "over"
    yield "endings.idle", {"silence_passes"}


KNOWS = {"layer": "known", "values": ["a", "b"], "initial": "a"}


@fault
def knowledge_that_decides(case: Case) -> Iterator[tuple[str, set[str]]]:
    case["facts"]["planted"] = {**KNOWS, "role": case["role"]}
    act = next(iter(case["acts"]))
    knows = {"when": {"fact": "planted", "is": "b"}, "effects": [{"set": "planted", "to": "a"}], "group": "planted"}
    learns = {"feedback": "You know now.", "effects": [{"set": "planted", "to": "b"}], "group": "also"}
    case["acts"][act]["rules"] = {**(case["acts"][act].get("rules") or {}), "learns": learns, "knows": knows}
    yield f"acts.{act}.rules.knows", {"knowledge_decides"}
    for key, ending in list(case["endings"].items()):
        if "when" in ending:
            case["facts"]["planted"] = {**KNOWS, "role": case["role"]}
            case["endings"][key]["when"] = both(ending["when"], NEVER)
            yield f"endings.{key}", {"knowledge_decides"}


@fault
def way_with_a_step_that_is_refused(case: Case) -> Iterator[tuple[str, set[str]]]:
    """The last act comes first as well, where nothing is ready for it."""
    for key, way in list((case.get("models") or {}).items()):
        last = way[-1]
        if case["acts"].get(last["act"], {}).get("needs"):
            case["models"][key] = [last, *way]
            yield f"models.{key}", {"model_refused"}


@fault
def points_of_which_only_half_can_be_earned(case: Case) -> Iterator[tuple[str, set[str]]]:
    """Two items of the end that exclude one another are worth more than all the rest."""
    fact, body = next(iter(case["facts"].items()))
    worth = 10 * sum(abs(item["points"]) for item in case["rubric"].values())
    for value in body["values"][:2]:
        item = {"title": value, "competency": next(iter(case["competencies"])), "points": worth}
        case["rubric"][f"is_{value}"] = {**item, "when": {"fact": fact, "is": value}}
    case["pass_percent"] = 70
    yield "pass_percent", {"pass_out_of_reach"}
