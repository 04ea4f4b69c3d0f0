"""Conditions and effects as a trainer writes them, read into typed values."""

from __future__ import annotations

from collections.abc import Callable

from simulations.engine.conditions import (
    ALWAYS,
    DATE_LIES,
    DEADLINE_STATUSES,
    DOCUMENT_STAGES,
    ActDone,
    All,
    AnyOf,
    Condition,
    CountDone,
    DateFrom,
    DateUntil,
    DaysLeft,
    DeadlineIs,
    DocumentIs,
    FactIs,
    InputDate,
    InputGiven,
    InputHas,
    InputIs,
    InputOpen,
    NoneOf,
)
from simulations.engine.reader import Place
from simulations.engine.scenario import (
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
    return FactIs(fact, values)


def _input(place: Place) -> Condition:
    place.only("input", "is", "has", "at_least", "given", "lies", "deadline", "open_in")
    key, get = place.get("input").word(), place.get
    if get("is").is_given:
        return InputIs(key, frozenset(get("is").words()))
    if get("has").is_given:
        return InputHas(key, frozenset(get("has").words()), get("at_least").number(1))
    if get("lies").is_given:
        lies = get("lies").one_of(DATE_LIES)
        return InputDate(key, "" if lies == "not_ahead" else get("deadline").ref("deadlines"), lies)
    if get("open_in").is_given:
        return InputOpen(key, get("open_in").ref("calendars"))
    if not get("given").is_given:
        place.problem("missing", "what about this input? One of: is, has, lies, open_in, given")
    given = InputGiven(key)
    return given if get("given").flag(default=True) else NoneOf((given,))


def _act(place: Place) -> Condition:
    place.only("act", "at_least")
    return ActDone(place.get("act").ref("acts"), place.get("at_least").number(1))


def _count(place: Place) -> Condition:
    place.only("count_of", "at_least")
    acts = tuple(item.ref("acts") for item in place.get("count_of").items())
    return CountDone(acts, place.get("at_least").number())


def _document(place: Place) -> Condition:
    place.only("document", "is")
    return DocumentIs(place.get("document").ref("documents"), place.get("is").one_of(DOCUMENT_STAGES, "read"))


def _deadline(place: Place) -> Condition:
    place.only("deadline", "is", "days_left_at_most")
    key, left = place.get("deadline").ref("deadlines"), place.get("days_left_at_most")
    if left.is_given:
        return DaysLeft(key, left.number())
    statuses = place.get("is").words()
    for status in statuses:
        if status not in DEADLINE_STATUSES:
            place.get("is").problem("not_offered", f"“{status}” is not one of: {', '.join(DEADLINE_STATUSES)}")
    return DeadlineIs(key, frozenset(statuses))


def _from(place: Place) -> Condition:
    place.only("date_from")
    return DateFrom(place.get("date_from").date())


def _until(place: Place) -> Condition:
    place.only("date_until")
    return DateUntil(place.get("date_until").date())


_FORMS: dict[str, Callable[[Place], Condition]] = {
    "all": lambda place: All(_parts(place, "all")),
    "any": lambda place: AnyOf(_parts(place, "any")),
    "none": lambda place: NoneOf(_parts(place, "none")),
    "fact": _fact,
    "input": _input,
    "act": _act,
    "count_of": _count,
    "document": _document,
    "deadline": _deadline,
    "date_from": _from,
    "date_until": _until,
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
