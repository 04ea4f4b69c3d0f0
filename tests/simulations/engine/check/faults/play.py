"""Acts, rules, facts, papers and messages: what never comes, or comes without end."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator

from tests.simulations.engine.check.planting import (
    NEVER,
    NEVER_SET,
    Case,
    both,
    drop_effects,
    effect_lists,
    fault,
    with_never,
)


@fault
def act_nobody_can_do(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        with_never(case)
        case["acts"][key].setdefault("needs", []).append({"when": NEVER, "because": "Not now."})
        yield f"acts.{key}", {"act_unreachable"}


@fault
def act_that_needs_itself(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        case["acts"][key].setdefault("needs", []).append({"when": {"act": key}, "because": "Not now."})
        yield f"acts.{key}", {"condition_ring"}


@fault
def acts_that_wait_for_each_other(case: Case) -> Iterator[tuple[str, set[str]]]:
    keys = list(case["acts"])
    for one, two in itertools.pairwise(keys):
        for here, there in ((one, two), (two, one)):
            case["acts"][here].setdefault("needs", []).append({"when": {"act": there}, "because": "Not now."})
        yield f"acts.{one}", {"condition_ring"}


@fault
def inject_that_never_happens(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("injects") or {}):
        with_never(case)
        case["injects"][key]["when"] = both(case["injects"][key].get("when"), NEVER)
        yield f"injects.{key}", {"inject_unreachable"}


@fault
def need_that_contradicts_itself(case: Case) -> Iterator[tuple[str, set[str]]]:
    fact, body = next(iter(case["facts"].items()))
    one, two = body["values"][:2]
    for key in list(case["acts"]):
        when = {"all": [{"fact": fact, "is": one}, {"fact": fact, "is": two}]}
        case["acts"][key].setdefault("needs", []).append({"when": when, "because": "Not now."})
        yield f"acts.{key}.needs", {"contradiction"}


@fault
def needs_that_exclude_one_another(case: Case) -> Iterator[tuple[str, set[str]]]:
    fact, body = next(iter(case["facts"].items()))
    one, two = body["values"][:2]
    for key in list(case["acts"]):
        needs = case["acts"][key].setdefault("needs", [])
        needs += [{"when": {"fact": fact, "is": value}, "because": "Not now."} for value in (one, two)]
        yield f"acts.{key}.needs", {"contradiction"}


@fault
def rule_that_contradicts_itself(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        for name, rule in list((act.get("rules") or {}).items()):
            if rule.get("when"):
                again = both(rule["when"], {"none": [rule["when"]]})
                case["acts"][key]["rules"][name]["when"] = again
                yield f"acts.{key}.rules.{name}", {"contradiction"}


@fault
def rule_behind_one_that_always_holds(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        rules = [(name, rule) for name, rule in (act.get("rules") or {}).items() if rule.get("group", "main") == "main"]
        if rules:
            first = {"verdict": "sound", "feedback": "Always."}
            case["acts"][key]["rules"] = {"always": first, **act["rules"]}
            yield f"acts.{key}.rules.{rules[0][0]}", {"rule_shadowed"}


@fault
def fact_nothing_reads(case: Case) -> Iterator[tuple[str, set[str]]]:
    case["facts"]["idle"] = copy.deepcopy(NEVER_SET)
    yield "facts.idle", {"fact_never_read"}


@fault
def fact_nothing_sets(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, fact in list(case["facts"].items()):
        if fact.get("layer", "record") != "truth" and drop_effects(case, "set", key):
            yield f"facts.{key}", {"fact_never_set"}


@fault
def paper_that_never_arrives(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, document in list(case["documents"].items()):
        if not document.get("at_start"):
            drop_effects(case, "receive", key)
            yield f"documents.{key}", {"document_never_arrives"}


@fault
def message_nothing_sends(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, message in list(case["messages"].items()):
        if not message.get("at_start"):
            drop_effects(case, "send", key)
            yield f"messages.{key}", {"message_never_sent"}


@fault
def message_that_sends_itself(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["messages"]):
        case["messages"][key].setdefault("effects", []).append({"send": key, "minutes": 5})
        yield f"messages.{key}", {"message_loop"}


@fault
def act_after_which_nothing_is_left(case: Case) -> Iterator[tuple[str, set[str]]]:
    case["facts"]["kept"] = {"values": ["yes", "no"], "initial": "yes"}
    case["acts"]["throw_away"] = {
        "group": "decide",
        "label": "Throw the file away",
        "minutes": 5,
        "effects": [{"set": "kept", "to": "no"}],
        "rules": {"thrown": {"verdict": "breach", "feedback": "Nobody will ever find it."}},
    }
    for ending in case["endings"].values():
        if "when" in ending:
            ending["when"] = both(ending["when"], {"fact": "kept", "is": "yes"})
    yield "acts.throw_away", {"dead_end"}


def _shut(case: Case, condition: dict[str, object]) -> None:
    """No ending but that of time comes any more where this holds."""
    for ending in case["endings"].values():
        if "when" in ending:
            ending["when"] = {"all": [ending["when"], {"none": [condition]}]}


@fault
def act_that_must_not_have_been_done(case: Case) -> Iterator[tuple[str, set[str]]]:
    idle = {"group": "look", "label": "Look out of the window", "minutes": 5, "rules": {"done": {"feedback": "Rain."}}}
    case["acts"]["window"] = idle
    _shut(case, {"act": "window"})
    yield "acts.window", {"dead_end"}


@fault
def act_that_must_not_be_done_so_often(case: Case) -> Iterator[tuple[str, set[str]]]:
    idle = {"group": "look", "label": "Look out of the window", "minutes": 5, "rules": {"done": {"feedback": "Rain."}}}
    case["acts"]["window"] = {**idle, "once": False}
    _shut(case, {"act": "window", "at_least": 4})
    yield "acts.window", {"dead_end"}


@fault
def act_that_waits_for_the_end(case: Case) -> Iterator[tuple[str, set[str]]]:
    """What it needs is done only by what ends the case."""
    act, rules = {"group": "decide", "minutes": 5}, {"done": {"feedback": "Done."}}
    case["acts"]["leave"] = {**act, "label": "Leave the office for good", "rules": rules}
    need = {"when": {"act": "leave"}, "because": "Not while you are here."}
    case["acts"]["after_all"] = {**act, "label": "Do the rest", "needs": [need], "rules": {"rest": {"feedback": "R."}}}
    left = {"kind": "neutral", "title": "Left", "text": "You left.", "when": {"act": "leave"}}
    case["endings"] = {**case["endings"], "left": left}
    yield "acts.after_all", {"act_unreachable"}


@fault
def effects_that_say_two_things(case: Case) -> Iterator[tuple[str, set[str]]]:
    fact, body = next(iter(case["facts"].items()))
    for key in list(case["acts"]):
        sets = [{"set": fact, "to": value} for value in body["values"][:2]]
        case["acts"][key]["effects"] = [*case["acts"][key].get("effects", []), *sets]
        yield f"acts.{key}.effects", {"effects_contradict"}


@fault
def fact_that_is_not_there(case: Case) -> Iterator[tuple[str, set[str]]]:
    for index, (where, _) in enumerate(list(effect_lists(case))):
        list(effect_lists(case))[index][1].append({"set": "nowhere", "to": "a"})
        yield where, {"unknown_facts"}
