"""Conditions and effects as a trainer writes them, read into typed values."""

from __future__ import annotations

from collections.abc import Callable

from simulations.engine import atoms
from simulations.engine.conditions import ALWAYS, All, AnyOf, Condition, NoneOf
from simulations.engine.grammar_inputs import input_condition
from simulations.engine.reader import Place
from simulations.engine.scenario import (
    MANNERS,
    Delay,
    Effect,
    ExtendClock,
    Receive,
    Send,
    SetFact,
    StartClock,
    StopClock,
)

MOST_OPEN_DAYS = 250


def condition(place: Place) -> Condition:
    """A condition, `all` of a list written without the word, or always when nothing is given."""
    if not place.is_given:
        return ALWAYS
    if isinstance(place.value, list):
        return All(tuple(condition(item) for item in place.items()))
    if not isinstance(place.value, dict):
        place.problem("wrong_type", "expected a condition")
        return ALWAYS
    for key, build in _FORMS.items():
        if key in place.value:
            return build(place)
    place.problem("unknown_condition", f"a condition starts with one of: {', '.join(_FORMS)}")
    return ALWAYS


def _parts(place: Place, key: str) -> tuple[Condition, ...]:
    place.only(key)
    return tuple(condition(item) for item in place.get(key).items())


def _fact(place: Place) -> Condition:
    place.only("fact", "is")
    fact, is_ = place.get("fact").ref("facts"), place.get("is")
    values = frozenset(is_.words())
    if not values:
        is_.problem("missing", "which value of the fact?")
    known = place.book.keys.get(f"fact:{fact}", set())
    for value in sorted(values - known) if known else ():
        is_.problem("unknown_fact_value", f"“{value}” is not a value of the fact “{fact}”")
    return atoms.FactIs(fact, values)


def _act(place: Place) -> Condition:
    place.only("act", "at_least")
    return atoms.ActDone(place.get("act").ref("acts"), place.get("at_least").number(1))


def _count(place: Place) -> Condition:
    place.only("count_of", "at_least")
    acts = tuple(item.ref("acts") for item in place.get("count_of").items())
    return atoms.CountDone(acts, place.get("at_least").number())


def _document(place: Place) -> Condition:
    place.only("document", "is")
    return atoms.DocumentIs(
        place.get("document").ref("documents"), place.get("is").one_of(atoms.DOCUMENT_STAGES, "read")
    )


def _deadline(place: Place) -> Condition:
    place.only("deadline", "is", "days_left_at_most")
    key, left = place.get("deadline").ref("deadlines"), place.get("days_left_at_most")
    if left.is_given:
        return atoms.DaysLeft(key, left.number())
    statuses = place.get("is").words()
    for status in statuses:
        if status not in atoms.DEADLINE_STATUSES:
            place.get("is").problem("not_offered", f"“{status}” is not one of: {', '.join(atoms.DEADLINE_STATUSES)}")
    return atoms.DeadlineIs(key, frozenset(statuses))


def _from(place: Place) -> Condition:
    place.only("date_from")
    return atoms.DateFrom(place.get("date_from").date())


def _until(place: Place) -> Condition:
    place.only("date_until")
    return atoms.DateUntil(place.get("date_until").date())


def _could_see(place: Place) -> Condition:
    place.only("could_see")
    return atoms.DocumentIs(place.get("could_see").ref("documents"), "here")


def _asked(place: Place) -> Condition:
    place.only("asked", "question", "manner", "at_least")
    act, asked, manner = place.get("asked").ref("interviews"), place.get("question"), place.get("manner")
    for question in asked.words():
        if question not in place.book.keys.get(f"questions:{act}", {question}):
            asked.problem("unknown_question", f"the interview “{act}” has no question “{question}”")
    for word in manner.words():
        if word not in MANNERS:
            manner.problem("not_offered", f"“{word}” is not one of: {', '.join(MANNERS)}")
    least = place.get("at_least").number(1)
    return atoms.Asked(act, frozenset(asked.words()), frozenset(manner.words()), least)


def _inject(place: Place) -> Condition:
    place.only("inject", "is")
    is_ = place.get("is")
    for status in is_.words():
        if status not in atoms.INJECT_STATUSES:
            is_.problem("not_offered", f"“{status}” is not one of: {', '.join(atoms.INJECT_STATUSES)}")
    return atoms.InjectIs(place.get("inject").ref("injects"), frozenset(is_.words() or ("fired",)))


def _counterpart(place: Place) -> Condition:
    place.only("counterpart", "is")
    person, is_ = place.get("counterpart").ref("counterparts"), place.get("is")
    if not is_.is_given:
        is_.problem("missing", "which style?")
    for style in is_.words():
        if style not in place.book.keys.get(f"styles:{person}", {style}):
            is_.problem("unknown_style", f"“{person}” is never “{style}” in this case")
    return atoms.CounterpartIs(person, frozenset(is_.words()))


_FORMS: dict[str, Callable[[Place], Condition]] = {
    "all": lambda place: All(_parts(place, "all")),
    "any": lambda place: AnyOf(_parts(place, "any")),
    "none": lambda place: NoneOf(_parts(place, "none")),
    "fact": _fact,
    "input": input_condition,
    "act": _act,
    "count_of": _count,
    "document": _document,
    "deadline": _deadline,
    "date_from": _from,
    "date_until": _until,
    "could_see": _could_see,
    "asked": _asked,
    "inject": _inject,
    "counterpart": _counterpart,
}


def effects(place: Place) -> tuple[Effect, ...]:
    found: list[Effect] = []
    for item in place.items():
        if not isinstance(item.value, dict):
            item.problem("wrong_type", "expected an effect")
            continue
        key = next((key for key in _EFFECTS if key in item.value), None)
        if key is None:
            item.problem("unknown_effect", f"an effect starts with one of: {', '.join(_EFFECTS)}")
        else:
            found.append(_EFFECTS[key](item))
    return tuple(found)


def _set(place: Place) -> Effect:
    place.only("set", "to")
    fact, to = place.get("set").ref("facts"), place.get("to")
    value = to.word()
    known = place.book.keys.get(f"fact:{fact}", set())
    if known and value and value not in known:
        to.problem("unknown_fact_value", f"“{value}” is not a value of the fact “{fact}”")
    return SetFact(fact, value)


def _send(place: Place) -> Effect:
    place.only("send", "minutes", "open_days", "calendar", "at", "on")
    calendar, at, moment = place.get("calendar"), place.get("at"), place.get("on")
    delay = Delay(
        minutes=place.get("minutes").number(0),
        open_days=place.get("open_days").number(0),
        calendar=calendar.ref("calendars") if calendar.is_given else "",
        at=at.time() if at.is_given else None,
        moment=moment.moment() if moment.is_given else None,
    )
    if delay.minutes < 0 or not 0 <= delay.open_days <= MOST_OPEN_DAYS:
        place.problem("delay", f"a delay is between nothing and {MOST_OPEN_DAYS} open days")
    if bool(delay.calendar) != bool(delay.open_days):
        place.problem("incomplete_delay", "open_days and calendar are given together")
    return Send(place.get("send").ref("messages"), delay)


def _one(key: str, kind: str, build: Callable[[str], Effect]) -> Callable[[Place], Effect]:
    return lambda place: build(place.only(key).get(key).ref(kind))


_EFFECTS: dict[str, Callable[[Place], Effect]] = {
    "set": _set,
    "send": _send,
    "receive": _one("receive", "documents", Receive),
    "start": _one("start", "deadlines", StartClock),
    "stop": _one("stop", "deadlines", StopClock),
    "extend": _one("extend", "deadlines", ExtendClock),
}
