"""A log told as a person would tell it: days of the week, what was done, what came, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from simulations.engine.cast.drawing import draw
from simulations.engine.cast.wardrobe import dress
from simulations.engine.log import Event
from simulations.engine.run import READ, Step, steps
from simulations.engine.scenario import FIRE, QUESTION, Act, Scenario
from simulations.engine.sentences import sentence

_PASSED = ("day_ended", "waited")


def day(moment: date) -> str:
    return f"{moment:%A} {moment.day} {moment:%B}"


def dressed(scenario: Scenario) -> Scenario:
    """With the names the author gave everybody."""
    return dress(scenario, draw(scenario.cast, "")) if scenario.cast else scenario


def story(scenario: Scenario, events: Sequence[Event]) -> tuple[str, ...]:
    """One line for each thing worth telling, each with its day."""
    case = dressed(scenario)
    return tuple(line for step in steps(events) for line in (_told(case, step) if step.number else _styles(case, step)))


def _styles(case: Scenario, step: Step) -> Iterator[str]:
    """Who answers otherwise than usual in this run."""
    for person, style in step.after.styles.items():
        if style != next(iter(case.counterparts[person].styles)):
            yield f"In this run {case.people[person].name.say()} is {style}."


def _told(case: Scenario, step: Step) -> Iterator[str]:
    if step.taken.kind not in _PASSED:
        yield f"{day(step.taken.at)}: {_done(case, step)}."
    for event in step.events:
        if words := _happened(case, event):
            yield f"{day(event.at)}: {words}."


def _done(case: Scenario, step: Step) -> str:
    if step.act == READ:
        document, message = step.inputs.get("document", ""), step.inputs.get("message", "")
        title = case.documents[document].title if document else case.messages[message].subject
        return f"“{title.say()}” is opened"
    if step.act == FIRE:
        return f"the facilitator lets “{case.injects[step.inputs['inject']].title.say()}” happen"
    act = case.acts[step.act]
    filled = "; ".join(_filled(act, step))
    broken_off = " is begun and not finished" if step.taken.kind == "act_interrupted" else ""
    return f"“{act.label.say()}”{f' ({filled})' if filled else ''}{broken_off}"


def _filled(act: Act, step: Step) -> Iterator[str]:
    for item in act.inputs:
        value = step.inputs.get(item.key)
        names = {option.key: option.text.say() or option.key for option in item.options}
        if item.key == QUESTION and act.questions:
            yield f"“{names.get(str(value), value)}”"
        elif isinstance(value, str):
            yield names.get(value, value)
        elif isinstance(value, list | tuple):
            yield ", ".join(names.get(str(one), str(one)) for one in value)
        elif isinstance(value, dict) and item.kind == "table":
            yield ", ".join(f"{key}: {names.get(one, one)}" for key, one in value.items())
        elif isinstance(value, dict) and item.kind == "form":
            yield ", ".join(f"{key} {word}" for key, word in value.items() if word != "fits") or "every field fits"
        elif isinstance(value, dict) and item.kind == "marks":
            yield ", ".join(value["marks"]) or "nothing marked"


def _happened(case: Scenario, event: Event) -> str:
    data = event.data
    match event.kind:
        case "message_arrived":
            message = case.messages[data["message"]]
            return f"{case.people[message.sender].name.say()} writes: “{message.subject.say()}”"
        case "deadline_contested" | "deadline_expired":
            turned = "may have ended" if event.kind == "deadline_contested" else "has ended on every reading"
            return f"the limit “{case.deadlines[data['deadline']].title.say()}” {turned}"
        case "inject_fired":
            return f"“{case.injects[data['inject']].title.say()}”"
        case "safeguard_breached":
            return f"the safeguard “{case.safeguards[data['safeguard']].title.say()}” is broken"
        case "ended":
            return f"the case ends: “{case.endings[data['ending']].title.say()}”"
    return ""


def headline(scenario: Scenario, key: str, events: Sequence[Event]) -> str:
    """What the log shows about a safeguard, in one sentence."""
    case = dressed(scenario)
    guard = case.safeguards[key]
    broken = next((e for e in events if e.kind == "safeguard_breached" and e.data.get("safeguard") == key), None)
    end = next((event for event in reversed(events) if event.kind == "ended"), None)
    if broken is None:
        return ""
    still = (
        f", and the case still ends with “{case.endings[end.data['ending']].title.say()}”" if end is not None else ""
    )
    if guard.within is not None:
        labels = " or ".join(f"“{case.acts[act].label.say()}”" for act in guard.acts)
        return f"A learner can let the time for {labels} run out on {day(broken.at)}{still}."
    label = case.acts[broken.data["act"]].label.say()
    said = sentence(case, guard.guard)
    how = f"while {said}" if guard.template == "never_while" else f"without this: {said}"
    return f"A learner can do “{label}” on {day(broken.at)} {how}{still}."
