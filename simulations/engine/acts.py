"""What a person can do: acts with what they need, ask for and lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulations.engine.conditions import ALWAYS, Condition
from simulations.engine.effects import Effect
from simulations.engine.text import NO_TEXT, Text

# Acts that every case has; no act of a case may take their name.
END_DAY, WAIT, READ = "end_day", "wait", "read"
FIRE = "fire"  # a facilitator lets an inject happen
BUILT_IN = (END_DAY, WAIT, READ, FIRE)
BEGIN = "begin"  # first in a list of acts: how each counterpart answers, where that is not left to the seed
QUESTION = "question"  # the input of an interview
MANNERS = ("open", "closed", "leading", "harmful")  # in which a question can be asked


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    text: Text
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Input:
    """Something the person fills in with the act.

    kind: choice (one option), many (several), date (ISO), text (own words; never stored in the log),
    table (one option for each row), order (all options, the first first), form (typed field by field; only the
    judgement is stored), marks (on a document).
    """

    key: str
    kind: str
    label: Text
    hint: Text = NO_TEXT
    options: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    required: bool = True
    least_words: int = 0  # for own words; fewer are refused
    most_words: int = 0  # more are refused; 0 for no limit but the text's
    form: str = ""
    document: str = ""  # that is marked


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an interview; `manner` is one of MANNERS."""

    key: str
    text: Text
    answer: Text
    manner: str
    effects: tuple[Effect, ...] = ()
    feedback: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Need:
    """A condition of an act, and what the desk says while it is not met."""

    when: Condition
    because: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """What an act does under a condition. In each group the first rule that holds applies."""

    key: str
    when: Condition = ALWAYS
    group: str = "main"
    effects: tuple[Effect, ...] = ()
    verdict: str = ""  # sound, cost, breach or nothing
    feedback: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Act:
    key: str
    group: str  # look, find_out, decide
    label: Text
    detail: Text = NO_TEXT
    sees: Text = NO_TEXT
    task: str = "choose"  # choose, compute, inspect, compare, fill, interview, write
    document: str = ""  # the document an inspection is about
    deadline: str = ""  # the clock a computation is about
    minutes: int = 0
    once: bool = True
    needs: tuple[Need, ...] = ()
    inputs: tuple[Input, ...] = ()
    effects: tuple[Effect, ...] = ()
    rules: tuple[Rule, ...] = ()
    also: Text = NO_TEXT  # what else was possible, for the debrief
    cites: tuple[str, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    limit: int = 0  # of questions
    looks_at: tuple[str, ...] = ()  # documents that should have been opened before
    model_answer: Text = NO_TEXT
    criteria: tuple[Text, ...] = ()  # by which a trainer judges own words
    competency: str = ""  # that the trainer's judgement is evidence of
