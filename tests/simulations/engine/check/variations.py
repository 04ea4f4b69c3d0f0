"""Sound cases that look unusual: each way of writing a case that is legal must stay unrefused."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta

from tests.simulations.engine.check.planting import Case
from tests.simulations.engine.check.translating import translate

VARIATIONS: dict[str, Callable[[Case], None]] = {}


def variation(change: Callable[[Case], None]) -> Callable[[Case], None]:
    VARIATIONS[change.__name__] = change
    return change


def varied(case: Case, name: str) -> Case:
    again = copy.deepcopy(case)
    VARIATIONS[name](again)
    return again


@variation
def as_it_is(case: Case) -> None:
    pass


@variation
def everything_whose_order_means_nothing_the_other_way_round(case: Case) -> None:
    for kind in (
        "facts",
        "documents",
        "messages",
        "deadlines",
        "safeguards",
        "rubric",
        "people",
        "acts",
        "competencies",
    ):
        case[kind] = dict(reversed(list(case.get(kind, {}).items())))


@variation
def keys_of_the_head_the_other_way_round(case: Case) -> None:
    turned = dict(reversed(list(case.items())))
    case.clear()
    case.update(turned)


@variation
def no_way_written_down(case: Case) -> None:
    case.pop("models", None)


@variation
def two_languages(case: Case) -> None:
    translate(case)


@variation
def a_second_language_that_has_just_begun(case: Case) -> None:
    title = case["title"]
    case["title"] = {**({"en": title} if isinstance(title, str) else title), "mk": "Случај"}


@variation
def conditions_said_in_a_roundabout_way(case: Case) -> None:
    for act in case["acts"].values():
        for need in act.get("needs", []):
            need["when"] = {"all": [{"any": [{"none": [{"none": [need["when"]]}]}]}]}
    for ending in case["endings"].values():
        if "when" in ending:
            ending["when"] = [ending["when"]] if not isinstance(ending["when"], list) else ending["when"]


@variation
def safeguards_that_are_not_critical(case: Case) -> None:
    for guard in case["safeguards"].values():
        guard["critical"] = False


@variation
def a_distractor(case: Case) -> None:
    case["acts"]["drink_coffee"] = {
        "group": "look",
        "label": "Drink a coffee",
        "minutes": 10,
        "rules": {"had": {"feedback": "It was good."}},
    }


@variation
def a_fact_of_the_truth_that_only_conditions_read(case: Case) -> None:
    case["facts"]["weather"] = {"values": ["rain", "sun"], "initial": "rain", "layer": "truth"}
    key = next(iter(case["acts"]))
    rules = {"wet": {"when": {"fact": "weather", "is": "rain"}, "group": "weather", "feedback": "It rains."}}
    case["acts"][key]["rules"] = {**case["acts"][key].get("rules", {}), **rules}


@variation
def an_act_that_must_wait_for_a_day(case: Case) -> None:
    case["acts"]["later"] = {
        "group": "look",
        "label": "Look once more later",
        "minutes": 5,
        "needs": [{"when": {"date_from": day_before_the_end(case)}, "because": "Later."}],
        "rules": {"looked": {"feedback": "Looked."}},
    }


def day_before_the_end(case: Case) -> str:
    return (date.fromisoformat(case["ends_on"]) - timedelta(days=5)).isoformat()


@variation
def a_period_that_only_has_to_pass(case: Case) -> None:
    """Nothing stops a remedy period: the act waits until it is over."""
    ending = [item for item in case["deadlines"].values() if item["value"].endswith(".reply")]
    if not ending:
        return
    token, sides = ending[0]["value"], {side: ending[0][side] for side in ("requested", "requesting")}
    case["deadlines"]["period"] = {"title": "Period", "value": token, "starts_at_begin": True, **sides}
    case["acts"]["after_it"] = {
        "group": "look",
        "label": "Note that the period is over",
        "minutes": 5,
        "needs": [{"when": {"deadline": "period", "is": ["expired"]}, "because": "It still runs."}],
        "rules": {"noted": {"feedback": "Noted."}},
    }


@variation
def two_acts_alike_that_lead_elsewhere(case: Case) -> None:
    """The same effort and the same kind of words; one is watched, the other earns a point."""
    competency = next(iter(case["competencies"]))
    for key, office in (("tell_police", "the police"), ("tell_doctor", "the doctor")):
        case["acts"][key] = {
            "group": "decide",
            "label": f"Write to {office}",
            "minutes": 10,
            "rules": {"told": {"feedback": "Written."}},
        }
    case["rubric"]["told_doctor"] = {
        "title": "Wrote to the doctor",
        "competency": competency,
        "points": 1,
        "on": "tell_doctor",
    }
    case["rubric"]["told_police"] = {
        "title": "Wrote to the police",
        "competency": competency,
        "points": -1,
        "on": "tell_police",
    }


@variation
def an_act_in_two_steps_that_opens_itself(case: Case) -> None:
    """A ring that something opens is none: the second time needs the first, and an inject opens the first."""
    case["facts"]["door"] = {"values": ["shut", "open", "wide"], "initial": "shut"}
    case["injects"] = {
        **(case.get("injects") or {}),
        "opens": {
            "title": "The door opens",
            "when": {"date_from": case["starts_at"][:10]},
            "effects": [{"set": "door", "to": "open"}],
        },
    }
    case["acts"]["push"] = {
        "group": "look",
        "label": "Push the door",
        "minutes": 5,
        "once": False,
        "needs": [{"when": {"fact": "door", "is": ["open", "wide"]}, "because": "It is shut."}],
        "effects": [{"set": "door", "to": "wide"}],
        "rules": {"pushed": {"feedback": "Pushed."}},
    }


@variation
def a_case_that_ends_later(case: Case) -> None:
    case["ends_on"] = f"{case['ends_on'][:5]}06-30" if case["ends_on"][5:7] < "06" else case["ends_on"]


@variation
def a_message_at_a_moment(case: Case) -> None:
    sender = next(iter(case["people"]))
    case["messages"]["note"] = {"from": sender, "subject": "A note", "body": "Nothing new."}
    day = case["starts_at"][:10]
    case["injects"] = {
        **(case.get("injects") or {}),
        "note": {"title": "A note", "at": f"{day}T15:00", "effects": [{"send": "note", "minutes": 10}]},
    }


@variation
def an_answer_that_nobody_needs(case: Case) -> None:
    """An optional field, and a choice whose answers are told apart by words alone."""
    case["acts"]["note_it"] = {
        "group": "look",
        "label": "Write a note",
        "minutes": 5,
        "once": False,
        "inputs": {
            "tone": {"kind": "choice", "label": "Tone", "options": {"warm": "Warm", "cool": "Cool"}},
            "words": {"kind": "text", "label": "Note", "required": False},
        },
        "rules": {
            "warm": {"when": {"input": "tone", "is": "warm"}, "feedback": "Warm."},
            "cool": {"feedback": "Cool."},
        },
    }


MINIMAL = """
format: 1
title: The smallest case
summary: One question.
level: beginner
about_minutes: 5
reference_number: MIN-1
role: desk
starts_at: 2026-04-02T10:40
ends_on: 2026-04-30
falls_to: over
office: {calendar: RS, opens: "09:00", closes: "16:00"}
pass_percent: 0
pack: eu-serbia
requested: RS
requesting: DE
subject: person
calendars: [RS]
jurisdictions: {RS: Serbia, DE: Germany}
roles: {desk: {name: Caseworker}}
people: {person: {name: Ana Primer}}
competencies: {care: Care}
acts:
  answer: {group: decide, label: Answer, rules: {answered: {feedback: Answered.}}}
endings:
  answered: {kind: pass, title: Answered, text: Done., when: {act: answer}}
  over: {kind: neutral, title: Over, text: Time is over.}
"""

WAITING = """
format: 1
title: Waiting is the task
summary: Nothing may be done before an answer comes.
level: beginner
about_minutes: 5
reference_number: WAIT-1
role: desk
starts_at: 2026-04-02T10:40
ends_on: 2026-04-30
falls_to: over
office: {calendar: RS, opens: "09:00", closes: "16:00"}
pass_percent: 50
pack: eu-serbia
requested: RS
requesting: DE
subject: person
calendars: [RS, DE]
jurisdictions: {RS: Serbia, DE: Germany}
roles: {desk: {name: Caseworker}}
people: {person: {name: Ana Primer}, germany: {name: Germany}}
competencies: {care: Care}
facts: {answer: {values: [none, here], initial: none}}
messages:
  answer: {from: germany, subject: Our answer, body: Here it is., effects: [{set: answer, to: here}]}
injects:
  answer: {title: The answer, at: "2026-04-14T10:00", effects: [{send: answer, open_days: 2, calendar: DE}]}
acts:
  close:
    group: decide
    label: Close the file
    minutes: 30
    rules: {closed: {when: {fact: answer, is: here}, verdict: sound, feedback: You waited.},
            early: {verdict: cost, feedback: The answer was on its way.}}
safeguards:
  waited: {title: Nothing is closed before the answer, never: close, unless: {fact: answer, is: here},
           kept: K., breached: B., untested: U., cites: [eu-serbia.error], competency: care}
rubric:
  waited: {title: Waited, competency: care, points: 1, on: close, when: {fact: answer, is: here}}
endings:
  closed: {kind: pass, title: Closed, text: Done., when: {all: [{act: close}, {fact: answer, is: here}]}}
  early: {kind: fail, title: Too early, text: Too early., when: {act: close}}
  over: {kind: neutral, title: Over, text: Time is over.}
models:
  wait: [{act: wait}, {act: wait}, {act: close}]
"""


@variation
def a_stage_that_is_reached_from_the_first_day_on(case: Case) -> None:
    case.setdefault("stages", {})["begun"] = {"title": "Begun", "reached": {"date_from": case["starts_at"][:10]}}


@variation
def a_story_that_no_condition_reads(case: Case) -> None:
    case["facts"]["weather"] = {"values": ["rain", "sun"], "initial": "rain", "layer": "truth"}
