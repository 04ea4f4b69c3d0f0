"""When something cannot be in time: limits, duties, days and acts that take too long."""

from __future__ import annotations

from collections.abc import Iterator

from tests.simulations.engine.check.planting import NEVER, Case, drop_effects, fault, with_never


@fault
def act_longer_than_a_day(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        case["acts"][key]["minutes"] = 700
        yield f"acts.{key}", {"act_unreachable"}


@fault
def inject_after_the_end(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case.get("injects") or {}):
        case["injects"][key]["at"] = "2039-01-01T10:00"
        yield f"injects.{key}", {"inject_unreachable", "date_outside_case"}


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
        if deadline.get("on_expiry") and deadline["value"] != (longer := f"{case['pack']}.transfer"):
            case["deadlines"][key]["value"] = longer
            yield f"deadlines.{key}", {"deadline_cannot_be_missed"}


@fault
def repeatable_act_without_time(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        case["acts"][key].update(once=False, minutes=0)
        yield f"acts.{key}", {"repeatable_without_time"}


@fault
def day_outside_of_the_case(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key in list(case["acts"]):
        need = {"when": {"date_from": "2031-01-01"}, "because": "Not yet."}
        case["acts"][key].setdefault("needs", []).append(need)
        yield f"acts.{key}.needs", {"date_outside_case"}


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
def limit_that_started_after_the_beginning(case: Case) -> Iterator[tuple[str, set[str]]]:
    for key, deadline in list((case.get("deadlines") or {}).items()):
        if deadline.get("starts_at_begin"):
            case["deadlines"][key]["started_on"] = case["ends_on"]
            yield f"deadlines.{key}.started_on", {"started_on"}


@fault
def beginning_after_the_office_has_closed(case: Case) -> Iterator[tuple[str, set[str]]]:
    case["starts_at"] = case["starts_at"][:11] + "21:30"
    yield "starts_at", {"office_closed"}


@fault
def what_is_waited_for_and_always_so(case: Case) -> Iterator[tuple[str, set[str]]]:
    fact, body = next(iter(case["facts"].items()))
    always = {"fact": fact, "is": list(body["values"])}
    for key in list(case.get("injects") or {}):
        case["injects"][key]["when"] = always
        yield f"injects.{key}.when", {"always_holds"}
    for key in list(case.get("stages") or {}):
        case["stages"][key]["reached"] = {"any": [{"none": [always]}, always]}
        yield f"stages.{key}.reached", {"always_holds"}


@fault
def inject_that_another_of_the_same_moment_ends(case: Case) -> Iterator[tuple[str, set[str]]]:
    with_never(case)
    waits = {"title": "W", "at": case["starts_at"][:11] + "15:00", "when": {"fact": "planted", "is": "a"}}
    early = {**waits, "effects": [{"set": "planted", "to": "b"}]}
    case["injects"] = {**(case.get("injects") or {}), "early": early, "late": {**waits, "effects": []}}
    yield "injects.late", {"inject_unreachable"}
