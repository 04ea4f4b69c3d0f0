"""Forms, marks, interviews, evidence, counterparts: the parts of a task that ask for what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from tests.simulations.engine.check.planting import NEVER, Case, both, fault, with_never


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
def option_that_is_never_offered(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        for name, item in list((act.get("inputs") or {}).items()):
            for option, body in list((item.get("options") or {}).items())[:1]:
                with_never(case)
                text = body["text"] if isinstance(body, dict) and "text" in body else body
                case["acts"][key]["inputs"][name]["options"][option] = {"text": text, "when": NEVER}
                yield f"acts.{key}.inputs.{name}.options.{option}", {"option_unreachable"}


@fault
def order_that_excludes_itself(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        for name, item in list((act.get("inputs") or {}).items()):
            if item.get("kind") == "order":
                one, two = list(item["options"])[:2]
                when = {"all": [{"input": name, "order": [one, two]}, {"input": name, "first": [two]}]}
                case["acts"][key]["rules"]["both_first"] = {"when": when, "group": "planted", "feedback": "Both."}
                yield f"acts.{key}.rules.both_first", {"contradiction"}


@fault
def all_marks_behind_some_of_them(case: Case) -> Iterator[tuple[str, set[str]]]:
    """Whoever found everything found something."""
    for key, act in list(case["acts"].items()):
        for name, item in list((act.get("inputs") or {}).items()):
            if item.get("kind") == "marks":
                one = {"when": {"input": name, "found": 1}, "group": "planted", "feedback": "One."}
                every = {"when": {"input": name, "found": "all"}, "group": "planted", "feedback": "All."}
                case["acts"][key]["rules"] = {**case["acts"][key]["rules"], "one": one, "every": every}
                yield f"acts.{key}.rules.every", {"rule_shadowed"}


@fault
def check_digit_that_is_right(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, document in list(case["documents"].items()):
        if "mrz" in document:
            case["documents"][key]["mrz"].pop("wrong", None)
            case["documents"][key]["odd"] = {**document.get("odd", {}), "mrz2": "check_digit"}
            yield f"documents.{key}.odd.mrz2", {"mark_not_so"}


@fault
def place_that_is_odd_and_true(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, document in list(case["documents"].items()):
        for number, field in list(enumerate(document.get("fields", [])))[:1]:
            if isinstance(field["shown"], str):
                case["documents"][key]["fields"][number].update(true=field["shown"], odd=["spelling", "altered"])
                yield f"documents.{key}.fields[{number}].odd", {"mark_not_so"}


@fault
def valid_paper_that_is_said_to_be_expired(case: Case) -> Iterator[tuple[str, set[str]]]:
    for member in list((case.get("cast") or {}).values()):
        if member["kind"] == "paper":
            document = next(iter(case["documents"]))
            case["cast"]["planted"] = {"kind": "paper", "number": "ZZ#######", "is": "valid"}
            until = {"key": "planted", "label": "Valid until", "shown": "{planted.expires}", "odd": "expired"}
            fields = case["documents"][document].setdefault("fields", [])
            fields.append(until)
            yield f"documents.{document}.fields[{len(fields) - 1}].odd", {"mark_not_so"}


@fault
def field_whose_day_is_none(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, form in list((case.get("forms") or {}).items()):
        for name, field in list(form["fields"].items()):
            if field.get("compare") == "date":
                case["forms"][key]["fields"][name]["fits"] = ["Vienna"]
                yield f"forms.{key}.fields.{name}.fits", {"fits_no_day"}


@fault
def words_that_nobody_can_write(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, act in list(case["acts"].items()):
        for name, item in list((act.get("inputs") or {}).items()):
            if item.get("kind") == "text":
                case["acts"][key]["inputs"][name].update(least_words=40, most_words=5)
                yield f"acts.{key}.inputs.{name}.most_words", {"word_count"}


@fault
def silent_counterpart_where_no_way_is_written(case: Case) -> Iterator[tuple[str, set[str]]]:
    """Every pass waits for what a letter brings, and nobody says so by a way."""
    case.pop("models", None)
    people = {item["from"] for item in case["messages"].values()} - set(case.get("counterparts") or {})
    for person in sorted(people)[:1]:
        with_never(case)
        letter = {"from": person, "subject": "Yes", "body": "Yes.", "effects": [{"set": "planted", "to": "b"}]}
        case["messages"]["planted"] = letter
        act = case["acts"][next(iter(case["acts"]))]
        later = {"send": "planted", "open_days": 1, "calendar": case["office"]["calendar"]}
        act["effects"] = [*act.get("effects", []), later]
        for ending in case["endings"].values():
            if ending["kind"] == "pass":
                ending["when"] = both(ending["when"], NEVER)
        case["counterparts"] = {**(case.get("counterparts") or {}), person: {"styles": ["prompt", "silent"]}}
        yield f"counterparts.{person}", {"style_without_pass"}
