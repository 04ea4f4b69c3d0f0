"""What is said: feedback, translations, tokens and numbers of law."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator

from tests.simulations.engine.check.planting import NEVER, Case, fault, with_never
from tests.simulations.engine.check.translating import translate


@fault
def act_with_another_label(case: Case) -> Iterator[tuple[str, set[str]]]:
    for _key, act in list(case["acts"].items()):
        case["acts"]["second_name"] = {**copy.deepcopy(act), "label": "Another label"}
        yield "acts.second_name", {"acts_differ_only_in_label"}


@fault
def unreviewed_law_that_is_critical(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, item in list(case["rubric"].items()):
        if "deadline" in json.dumps(item.get("when", {})):
            case["rubric"][key]["critical"] = True
            yield f"rubric.{key}", {"unreviewed_decides"}


@fault
def unreviewed_law_that_fails(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("deadlines") or {}):
        for name, ending in list(case["endings"].items()):
            if ending["kind"] == "fail" and "when" in ending:
                expired = {"deadline": key, "is": ["expired"]}
                case["endings"][name]["when"] = {"any": [ending["when"], expired]}
                yield f"endings.{name}", {"unreviewed_decides"}


@fault
def unreviewed_law_that_fails_by_the_order_of_rules(case: Case) -> Iterator[tuple[str, set[str]]]:
    """The second rule applies where the clock has left its first days, though it does not say so."""
    for key in list(case.get("deadlines") or {}):
        for name, ending in list(case["endings"].items()):
            if ending["kind"] == "fail" and "when" in ending:
                with_never(case)
                spoils = {"verdict": "cost", "feedback": "Late.", "effects": [{"set": "planted", "to": "b"}]}
                in_time = {"when": {"deadline": key, "is": "running"}, "verdict": "sound", "feedback": "In time."}
                act = next(iter(case["acts"]))
                case["acts"][act]["rules"] = {
                    **(case["acts"][act].get("rules") or {}),
                    "on_time": {**in_time, "group": "planted"},
                    "otherwise": {**spoils, "group": "planted"},
                }
                case["endings"][name]["when"] = {"any": [ending["when"], NEVER]}
                yield f"endings.{name}", {"unreviewed_decides"}


@fault
def unreviewed_law_in_what_a_safeguard_asks(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("deadlines") or {}):
        for name, guard in list((case.get("safeguards") or {}).items()):
            if "unless" in guard:
                over = {"none": [{"deadline": key, "is": ["expired"]}]}
                case["safeguards"][name]["unless"] = {"all": [guard["unless"], over]}
                yield f"safeguards.{name}", {"unreviewed_decides"}


@fault
def unreviewed_law_that_spares_somebody(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("deadlines") or {}):
        for ending in list(case["endings"].values()):
            if ending["kind"] == "fail" and "when" in ending:
                when = {"all": [ending["when"], {"none": [{"deadline": key, "is": "expired"}]}]}
                spared = {"kind": "neutral", "title": "Spared", "text": "The limit had not ended.", "when": when}
                case["endings"] = {"spared": spared, **case["endings"]}
                yield "endings.spared", {"unreviewed_decides"}


@fault
def act_without_feedback(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        if act.get("task") in ("interview", "write"):
            continue
        for rule in (case["acts"][key].get("rules") or {}).values():
            rule.pop("feedback", None)
        yield f"acts.{key}", {"no_feedback"}


@fault
def translation_with_a_gap(case: Case) -> Iterator[tuple[str, set[str]]]:
    for kind, name in (("acts", "label"), ("endings", "title"), ("safeguards", "kept"), ("messages", "body")):
        translate(case)
        key = next(iter(case[kind]))
        case[kind][key][name] = {"en": case[kind][key][name]["en"]}
        yield f"{kind}.{key}.{name}", {"translation_missing"}


@fault
def token_of_no_pack(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        case["acts"][key]["label"] = "As [[eu-atlantis.reply]] says"
        yield f"acts.{key}.label", {"unknown_value"}


@fault
def number_of_law_that_is_typed(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["endings"]):
        case["endings"][key]["text"] = "Within 10 calendar days."
        yield f"endings.{key}.text", {"number_typed"}


@fault
def value_of_a_pack_that_is_not_named(case: Case) -> Iterator[tuple[str, set[str]]]:
    other = "eu-albania" if case["pack"] == "eu-bih" else "eu-bih"
    if other not in case.get("also", []):
        for key in list(case["acts"]):
            case["acts"][key]["cites"] = [f"{other}.reply"]
            yield f"acts.{key}.cites", {"pack_not_named"}


@fault
def name_of_the_list_for_somebody_else(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["people"]) if case.get("cast") else ():
        case["people"][key]["name"] = "Nataša Zadatković"
        yield f"people.{key}.name", {"name_of_the_cast"}
