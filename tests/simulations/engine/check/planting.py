"""A faulty case for each kind of fault at each place where it can be planted.

A fault takes a sound case as plain data and yields what it did to it: the place, and the codes that name it there.
"""

from __future__ import annotations

import copy
import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Case = dict[str, Any]
NEVER_SET = {"values": ["a", "b"], "initial": "a"}
NEVER = {"fact": "planted", "is": "b"}


@dataclass(frozen=True)
class Planted:
    fault: str
    place: str
    codes: frozenset[str]
    case: Case

    @property
    def text(self) -> str:
        return json.dumps(self.case, ensure_ascii=False, indent=1)


FAULTS: dict[str, Callable[[Case], Iterator[tuple[str, set[str]]]]] = {}


def fault(build: Callable[[Case], Iterator[tuple[str, set[str]]]]) -> Callable[[Case], Iterator[tuple[str, set[str]]]]:
    FAULTS[build.__name__] = build
    return build


def planted(case: Case, name: str, most: int = 6) -> Iterator[Planted]:
    """The fault at up to so many places, each in a case of its own."""
    for index in range(most):
        mutant = copy.deepcopy(case)
        places = FAULTS[name](mutant)  # each step changes the case at the next place
        for _ in range(index):
            next(places, None)
            mutant.clear()
            mutant.update(copy.deepcopy(case))
        found = next(places, None)
        if found is None:
            return
        yield Planted(name, found[0], frozenset(found[1]), mutant)


def with_never(case: Case) -> None:
    case["facts"]["planted"] = copy.deepcopy(NEVER_SET)


def both(condition: Any, more: Any) -> Any:
    return {"all": [condition, more]} if condition else more


def effect_lists(case: Case) -> Iterator[tuple[str, list[Any]]]:
    for key, act in case["acts"].items():
        yield f"acts.{key}.effects", act.setdefault("effects", [])
        for name, rule in (act.get("rules") or {}).items():
            yield f"acts.{key}.rules.{name}.effects", rule.setdefault("effects", [])
    for kind in ("messages", "injects"):
        for key, part in (case.get(kind) or {}).items():
            yield f"{kind}.{key}.effects", part.setdefault("effects", [])
    for key, deadline in (case.get("deadlines") or {}).items():
        yield f"deadlines.{key}.on_expiry", deadline.setdefault("on_expiry", [])


def drop_effects(case: Case, verb: str, key: str) -> int:
    dropped = 0
    for _, effects in effect_lists(case):
        kept = [effect for effect in effects if effect.get(verb) != key]
        dropped += len(effects) - len(kept)
        effects[:] = kept
    return dropped


@fault
def act_nobody_can_do(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        with_never(case)
        case["acts"][key].setdefault("needs", []).append({"when": NEVER, "because": "Not now."})
        yield f"acts.{key}", {"act_unreachable"}


@fault
def act_longer_than_a_day(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        case["acts"][key]["minutes"] = 700
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
def inject_after_the_end(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("injects") or {}):
        case["injects"][key]["at"] = "2039-01-01T10:00"
        yield f"injects.{key}", {"inject_unreachable", "date_outside_case"}


@fault
def inject_that_never_happens(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("injects") or {}):
        with_never(case)
        case["injects"][key]["when"] = both(case["injects"][key].get("when"), NEVER)
        yield f"injects.{key}", {"inject_unreachable"}


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
def limit_that_nothing_stops(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("deadlines") or {}):
        if drop_effects(case, "stop", key):
            yield f"deadlines.{key}", {"deadline_never_stopped", "deadline_cannot_be_met"}


@fault
def limit_that_nothing_starts(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("deadlines") or {}):
        case["deadlines"][key].pop("starts_at_begin", None)
        case["deadlines"][key].pop("started_on", None)
        drop_effects(case, "start", key)
        yield f"deadlines.{key}", {"deadline_never_started"}


@fault
def limit_that_only_its_end_would_stop(case: Case) -> Iterator[tuple[str, set[str]]]:
    """Who stops the clock must wait until it has expired."""
    for key in list(case.get("deadlines") or {}):
        if not drop_effects(case, "stop", key):
            continue
        act = next(iter(case["acts"]))
        needs = case["acts"][act].setdefault("needs", [])
        needs.append({"when": {"deadline": key, "is": ["expired"]}, "because": "Not yet."})
        case["acts"][act].setdefault("effects", []).append({"stop": key})
        yield f"deadlines.{key}", {"deadline_cannot_be_met"}


@fault
def limit_that_nobody_can_miss(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, deadline in list((case.get("deadlines") or {}).items()):
        if deadline.get("on_expiry"):
            case["deadlines"][key]["value"] = f"{case['pack']}.transfer"
            yield f"deadlines.{key}", {"deadline_cannot_be_missed"}


@fault
def repeatable_act_without_time(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        case["acts"][key].update(once=False, minutes=0)
        yield f"acts.{key}", {"repeatable_without_time"}


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
def act_with_another_label(case: Case) -> Iterator[tuple[str, set[str]]]:
    for _key, act in list(case["acts"].items()):
        case["acts"]["second_name"] = {**copy.deepcopy(act), "label": "Another label"}
        yield "acts.second_name", {"acts_differ_only_in_label"}


@fault
def rule_behind_one_that_always_holds(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        rules = [(name, rule) for name, rule in (act.get("rules") or {}).items() if rule.get("group", "main") == "main"]
        if rules:
            first = {"verdict": "sound", "feedback": "Always."}
            case["acts"][key]["rules"] = {"always": first, **act["rules"]}
            yield f"acts.{key}.rules.{rules[0][0]}", {"rule_shadowed"}


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
def day_outside_of_the_case(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        need = {"when": {"date_from": "2031-01-01"}, "because": "Not yet."}
        case["acts"][key].setdefault("needs", []).append(need)
        yield f"acts.{key}.needs", {"date_outside_case"}


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


@fault
def duty_that_takes_longer_than_it_has(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, guard in list((case.get("safeguards") or {}).items()):
        if "minutes" in guard.get("within", {}):
            for act in guard["do"] if isinstance(guard["do"], list) else [guard["do"]]:
                case["acts"][act]["minutes"] = guard["within"]["minutes"] + 60
            yield f"safeguards.{key}", {"safeguard_cannot_be_kept"}


@fault
def duty_that_nobody_can_do(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, guard in list((case.get("safeguards") or {}).items()):
        if "after" in guard:
            with_never(case)
            case["safeguards"][key]["where"] = NEVER
            yield f"safeguards.{key}", {"safeguard_cannot_be_kept"}


@fault
def duty_that_never_begins(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, guard in list((case.get("safeguards") or {}).items()):
        if "after" in guard:
            with_never(case)
            case["safeguards"][key]["after"] = NEVER
            yield f"safeguards.{key}", {"safeguard_vacuous"}


@fault
def expectation_that_nobody_can_meet(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("injects") or {}):
        with_never(case)
        case["acts"]["hopeless"] = {
            "group": "look",
            "label": "Hopeless",
            "minutes": 5,
            "needs": [{"when": NEVER, "because": "Not now."}],
            "rules": {"done": {"feedback": "Done."}},
        }
        case["injects"][key]["expects"] = {"acts": ["hopeless"], "within": {"days": 1}}
        yield f"injects.{key}", {"expectation_cannot_be_met"}


@fault
def question_that_is_never_open(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        for question in list(act.get("questions") or {})[:1]:
            with_never(case)
            case["acts"][key]["questions"][question]["when"] = NEVER
            yield f"acts.{key}.questions.{question}", {"option_unreachable"}


@fault
def question_that_the_interview_has_not(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        if act.get("questions"):
            ending = next(name for name, item in case["endings"].items() if "when" in item)
            asked = {"asked": key, "question": "weather"}
            case["endings"][ending]["when"] = both(case["endings"][ending]["when"], {"none": [asked]})
            yield f"endings.{ending}", {"unknown_question"}


@fault
def marks_that_cannot_be_found(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        for name, item in list((act.get("inputs") or {}).items()):
            if item.get("kind") == "marks":
                rule = {"when": {"input": name, "found": 30}, "group": "planted", "feedback": "All thirty."}
                case["acts"][key]["rules"]["thirty"] = rule
                yield f"acts.{key}.rules.thirty", {"too_few_odd_places"}


@fault
def field_that_the_form_has_not(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        for name, item in list((act.get("inputs") or {}).items()):
            if item.get("kind") == "form":
                rule = {
                    "when": {"input": f"{name}.shoe_size", "is": "fits"},
                    "group": "planted",
                    "feedback": "It fits.",
                }
                case["acts"][key]["rules"]["shoe_size"] = rule
                yield f"acts.{key}.rules.shoe_size", {"unknown_row"}


@fault
def evidence_that_is_not_in_the_case(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, guard in list((case.get("safeguards") or {}).items()):
        if "unless" in guard:
            for document in case["documents"].values():
                document["evidence"] = "none"
            del case["safeguards"][key]["unless"]
            case["safeguards"][key]["evidence"] = "proof"
            yield f"safeguards.{key}", {"safeguard_cannot_be_kept"}


@fault
def counterpart_who_leaves_no_way(case: Case) -> Iterator[tuple[str, set[str]]]:
    """Nobody passes who waits for an answer that a silent office never sends."""
    for person in list(case["people"]) if len(case["messages"]) < 5 else ():
        sent = [key for key, item in case["messages"].items() if item.get("from") == person]
        waits = [item for key in sent for item in case["messages"][key].get("effects", []) if "receive" in item]
        if waits and person not in (case.get("counterparts") or {}):
            case["counterparts"] = {person: {"styles": ["prompt", "silent"]}}
            yield f"counterparts.{person}", {"style_without_pass"}


@fault
def pass_that_nobody_can_reach(case: Case) -> Iterator[tuple[str, set[str]]]:
    case["pass_percent"] = 101
    yield "pass_percent", {"pass_percent"}


@fault
def effects_that_say_two_things(case: Case) -> Iterator[tuple[str, set[str]]]:
    fact, body = next(iter(case["facts"].items()))
    for key in list(case["acts"]):
        sets = [{"set": fact, "to": value} for value in body["values"][:2]]
        case["acts"][key]["effects"] = [*case["acts"][key].get("effects", []), *sets]
        yield f"acts.{key}.effects", {"effects_contradict"}


@fault
def option_that_is_never_offered(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        for name, item in list((act.get("inputs") or {}).items()):
            for option, body in list((item.get("options") or {}).items())[:1]:
                with_never(case)
                text = body["text"] if isinstance(body, dict) and "text" in body else body
                case["acts"][key]["inputs"][name]["options"][option] = {"text": text, "when": NEVER}
                yield f"acts.{key}.inputs.{name}.options.{option}", {"option_unreachable"}


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
def fact_that_is_not_there(case: Case) -> Iterator[tuple[str, set[str]]]:
    for index, (where, _) in enumerate(list(effect_lists(case))):
        list(effect_lists(case))[index][1].append({"set": "nowhere", "to": "a"})
        yield where, {"unknown_facts"}


def translate(case: Case) -> None:
    """Every text of the author in a second language."""
    for name in ("title", "summary"):
        case[name] = _said(case[name])
    _translate(case)


_TEXTS = {
    *("title", "label", "detail", "sees", "hint", "text", "because", "feedback", "also", "kept", "breached", "risk"),
    *("untested", "subject", "body", "what", "duty", "name", "aim", "setting", "assume", "clock", "notice", "about"),
    *("column", "answer", "model_answer", "look_again", "excess", "sensitive", "issuer"),
}
_TABLES = {"jurisdictions", "competencies", "particulars", "options", "rows", "blocks"}
_LISTS = {"questions", "criteria"}


def _translate(part: Any) -> None:
    for name, value in list(part.items()) if isinstance(part, dict) else enumerate(part):
        if isinstance(part, dict) and name in _TABLES and isinstance(value, dict):
            for key, text in value.items():
                value[key] = {**text, "text": _said(text["text"])} if _is_option(text) else _said(text)
        elif isinstance(part, dict) and name in _LISTS and isinstance(value, list):
            part[name] = [_said(text) for text in value]
        elif isinstance(part, dict) and name in _TEXTS and _is_words(value):
            if name != "subject" or "body" in part:
                part[name] = _said(value)
        elif isinstance(value, dict | list) and name != "models":
            _translate(value)
    if isinstance(part, dict) and _is_words(part.get("also")):
        part["also"] = _said(part["also"])


def _is_words(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and "en" in value)


def _is_option(value: Any) -> bool:
    return isinstance(value, dict) and "text" in value


def _said(words: Any) -> dict[str, str]:
    given = {"en": words} if isinstance(words, str) else dict(words)
    return {**given, "sq": "Shqip: " + given["en"]}
