"""Small cases drawn from a number: sound as files, senseless as stories."""

import random
from dataclasses import replace
from datetime import date, datetime, time

from simulations.engine.conditions import (
    ALWAYS,
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
    InputHas,
    InputIs,
    InputOpen,
    NoneOf,
)
from simulations.engine.scenario import (
    Act,
    Deadline,
    Delay,
    Document,
    Effect,
    Ending,
    ExtendClock,
    Fact,
    Inject,
    Input,
    Message,
    Need,
    Option,
    Receive,
    RubricItem,
    Rule,
    Safeguard,
    Scenario,
    Send,
    SetFact,
    StartClock,
    StopClock,
)
from simulations.engine.text import NO_TEXT
from tests.simulations.engine.tiny import tiny

FACTS, DOCUMENTS, MESSAGES, CLOCKS, ACTS = ("f0", "f1", "f2"), ("d0", "d1"), ("m0", "m1", "m2"), ("c0", "c1"), 5
VALUES = ("a", "b", "c")


class Drawer:
    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - a test, not a secret

    def one(self, among):
        return self.dice.choice(tuple(among))

    def some(self, among, least=1):
        among = tuple(among)
        return tuple(self.dice.sample(among, self.dice.randint(least, len(among))))

    def maybe(self, share: float) -> bool:
        return self.dice.random() < share

    def condition(self, depth: int = 2, inputs: tuple[str, ...] = ()) -> Condition:
        if depth and self.maybe(0.4):
            parts = tuple(self.condition(depth - 1, inputs) for _ in range(self.dice.randint(1, 3)))
            return self.one((All, AnyOf, NoneOf))(parts)
        return self.atom(inputs)

    def atom(self, inputs: tuple[str, ...]) -> Condition:
        if inputs and self.maybe(0.5):
            key = self.one(inputs)
            return {
                "pick": lambda: InputIs("pick", frozenset(self.some("xyz", 1)[:2])),
                "tick": lambda: InputHas("tick", frozenset(self.some("xyz")), self.dice.randint(1, 2)),
                "day": lambda: self.one(
                    (
                        InputDate(
                            "day",
                            self.one(CLOCKS),
                            self.one(("within_readings", "in_time", "too_late", "working_days")),
                        ),
                        InputDate("day", "", "not_ahead"),
                        InputOpen("day", "RS"),
                    )
                ),
            }[key]()
        acts = [f"a{n}" for n in range(ACTS)]
        return self.one(
            (
                lambda: FactIs(self.one(FACTS), frozenset(self.some(VALUES)[:2])),
                lambda: DocumentIs(self.one(DOCUMENTS), self.one(("here", "read", "inspected"))),
                lambda: ActDone(self.one(acts), self.dice.randint(1, 3)),
                lambda: CountDone(self.some(acts, 2), self.dice.randint(1, 2)),
                lambda: DeadlineIs(
                    self.one(CLOCKS), frozenset(self.some(("running", "contested", "expired", "stopped", "extended")))
                ),
                lambda: DaysLeft(self.one(CLOCKS), self.dice.randint(-1, 12)),
                lambda: DateFrom(date(2026, 4, self.dice.randint(2, 28))),
                lambda: DateUntil(date(2026, 4, self.dice.randint(2, 28))),
            )
        )()

    def effect(self) -> Effect:
        return self.one(
            (
                lambda: SetFact(self.one(FACTS), self.one(VALUES)),
                lambda: SetFact(self.one(FACTS), self.one(VALUES)),
                lambda: Receive(self.one(DOCUMENTS)),
                lambda: Send(self.one(MESSAGES), self.delay()),
                lambda: StartClock(self.one(CLOCKS)),
                lambda: StopClock(self.one(CLOCKS)),
                lambda: ExtendClock(self.one(CLOCKS)),
            )
        )()

    def delay(self) -> Delay:
        return self.one(
            (
                Delay(minutes=self.one((5, 40, 200))),
                Delay(
                    open_days=self.dice.randint(1, 3),
                    calendar=self.one(("RS", "DE")),
                    at=self.one((None, time(9, 2), time(17))),
                ),
                Delay(moment=datetime.fromisoformat(f"2026-04-{self.dice.randint(2, 20):02}T14:00")),
            )
        )

    def effects(self, most: int = 2) -> tuple[Effect, ...]:
        return tuple(self.effect() for _ in range(self.dice.randint(0, most)))

    def act(self, key: str) -> Act:
        inputs = tuple(item for item in INPUTS if self.maybe(0.3))
        asked = tuple(item.key for item in inputs)
        once = self.maybe(0.6)
        return Act(
            key,
            "decide",
            NO_TEXT,
            task=self.one(("choose", "inspect")),
            document=self.one(("", "", *DOCUMENTS)),
            minutes=self.one((0, 10, 60, 240)) if once else self.one((10, 60)),
            once=once,
            needs=tuple(Need(self.condition(1), NO_TEXT) for _ in range(self.dice.randint(0, 1))),
            inputs=inputs,
            effects=self.effects(),
            rules=tuple(
                Rule(f"r{n}", self.condition(2, asked), self.one(("main", "other")), self.effects())
                for n in range(self.dice.randint(0, 3))
            ),
        )

    def scenario(self) -> Scenario:
        acts = {f"a{n}": self.act(f"a{n}") for n in range(ACTS)}
        endings = {
            f"e{n}": Ending(f"e{n}", self.one(("pass", "neutral", "fail")), NO_TEXT, NO_TEXT, self.last_act())
            for n in range(2)
        }
        return replace(
            tiny(),
            key="generated",
            facts={key: Fact(key, VALUES, "a") for key in FACTS},
            documents={key: Document(key, NO_TEXT, "form", "germany", at_start=key == "d0") for key in DOCUMENTS},
            messages={key: Message(key, "germany", NO_TEXT, NO_TEXT, self.quiet()) for key in MESSAGES},
            acts=acts,
            deadlines={key: self.deadline(key) for key in CLOCKS},
            injects={f"i{n}": self.inject(f"i{n}") for n in range(2)},
            safeguards={f"s{n}": self.safeguard(f"s{n}", acts) for n in range(2)},
            rubric={f"p{n}": self.item(f"p{n}", acts) for n in range(3)},
            endings={**endings, "over": tiny().endings["over"]},
            stages={},
            models={},
        )

    def last_act(self) -> Condition:
        return All(
            (
                ActDone(f"a{self.dice.randint(0, ACTS - 1)}"),
                self.condition(),
                FactIs(self.one(FACTS), frozenset(self.one("bc"))),
            )
        )

    def quiet(self) -> tuple[Effect, ...]:
        """Effects that send nothing, so that no message brings itself for ever."""
        return tuple(effect for effect in self.effects() if not isinstance(effect, Send))

    def deadline(self, key: str) -> Deadline:
        expiry = self.quiet()
        return Deadline(key, NO_TEXT, "eu-serbia.reply", "eu-serbia.extension", "RS", "DE", key == "c0", expiry)

    def inject(self, key: str) -> Inject:
        at = datetime.fromisoformat(f"2026-04-{self.dice.randint(2, 20):02}T11:00") if self.maybe(0.5) else None
        return Inject(key, NO_TEXT, at, self.condition() if self.maybe(0.7) else ALWAYS, self.effects())

    def safeguard(self, key: str, acts) -> Safeguard:
        about = self.some(acts)[:2]
        where = self.condition(1) if self.maybe(0.3) else ALWAYS
        risk = self.condition(1) if self.maybe(0.5) else None
        return Safeguard(key, NO_TEXT, self.one(("never_unless", "never_while")), about, self.condition(), where, risk)

    def item(self, key: str, acts) -> RubricItem:
        on = self.some(acts)[:2] if self.maybe(0.7) else ()
        return RubricItem(key, "safeguards", self.dice.randint(-3, 8), NO_TEXT, self.condition(), on)


_OPTIONS = tuple(Option(key, NO_TEXT) for key in "xyz")
_GUARDED = (*_OPTIONS[:2], Option("z", NO_TEXT, FactIs("f0", frozenset("b"))))
INPUTS = (
    Input("pick", "choice", NO_TEXT, options=_GUARDED),
    Input("tick", "many", NO_TEXT, options=_OPTIONS, required=False),
    Input("day", "date", NO_TEXT),
)


def generated(seed: int) -> Scenario:
    return Drawer(seed).scenario()
