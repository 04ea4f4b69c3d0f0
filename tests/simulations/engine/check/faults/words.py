"""What is said: feedback, translations, tokens and numbers of law."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator

from tests.simulations.engine.check.planting import Case, fault
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
