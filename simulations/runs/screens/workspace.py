"""The desk of a case: what day it is, what is new, what can be done now, what is held, what was done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from simulations.engine import desk as engine
from simulations.engine.conditions import holds
from simulations.engine.desk import Desk, Leads, Letter, NotYet, Offer
from simulations.engine.refusal import Refused
from simulations.engine.run import END_DAY, WAIT
from simulations.engine.scenario import Act, Input, Person, Scenario, Send
from simulations.engine.state import State
from simulations.runs import words
from simulations.runs.forms import CommandForm
from simulations.runs.models import RunEvent
from simulations.runs.screens import clocks

_SHOWN_EARLIER = 12
SHOWN_DONE = 14


@dataclass(frozen=True)
class ActRow:
    act: Act
    effort: str
    is_new: bool


@dataclass(frozen=True)
class ActGroup:
    key: str
    title: str
    rows: tuple[ActRow, ...]


@dataclass(frozen=True)
class Impossible:
    act: Act
    because: str


@dataclass(frozen=True)
class Done:
    at: datetime
    what: str
    detail: str
    sent: str = ""  # the act whose page shows what was sent
    is_built_in: bool = False


@dataclass(frozen=True)
class Ahead:
    """Where letting time pass leads, and in words what falls due before then."""

    to: datetime
    falls_due: tuple[str, ...]


@dataclass(frozen=True)
class StageMark:
    """state: done, now or nothing."""

    title: str
    state: str


@dataclass(frozen=True)
class Workspace:
    scenario: Scenario
    now: datetime
    desk: Desk
    groups: tuple[ActGroup, ...]
    impossible: tuple[Impossible, ...]
    new_letters: tuple[Letter, ...]
    old_letters: tuple[Letter, ...]
    clock: clocks.ClockPanel | None
    other_clocks: tuple[clocks.ClockPanel, ...]
    end_of_day: Ahead
    stay: bool  # something comes today: whoever ends the day hears of it only in the morning
    wait: Ahead | None  # what comes next comes after the coming morning
    done: tuple[Done, ...]
    has_more: bool
    command: CommandForm

    stages: tuple[StageMark, ...]
    people: tuple[Person, ...]

    @property
    def route(self) -> str:
        return route(self.scenario)

    @property
    def subject(self) -> Person:
        return self.scenario.people[self.scenario.subject]


def workspace(scenario: Scenario, state: State, events: Iterable[RunEvent], *, is_whole: bool = True) -> Workspace:
    """`events` are the commands of the log, newest first; of a log that is not whole, one more than is shown."""
    done = tuple(done_line(scenario, event) for event in events)
    shown = done if is_whole else done[:SHOWN_DONE]
    told = tuple(told_once(shown))
    table = engine.desk(scenario, state)
    panels = _panels(scenario, state, table)
    return Workspace(
        scenario=scenario,
        now=state.now,
        desk=table,
        groups=_groups(table),
        impossible=tuple(_impossible(item) for item in table.not_yet),
        new_letters=tuple(letter for letter in table.inbox if not letter.read),
        old_letters=tuple(letter for letter in table.inbox if letter.read)[:_SHOWN_EARLIER],
        clock=panels[0] if panels else None,
        other_clocks=panels[1:],
        end_of_day=_ahead(scenario, table.end_of_day),
        stay=bool(table.wait and table.wait.to < table.end_of_day.to),
        wait=_ahead(scenario, table.wait) if table.wait and table.wait.to > table.end_of_day.to else None,
        done=told,
        has_more=len(done) > len(shown),
        command=CommandForm.fresh(state.seq),
        stages=_stages(scenario, state),
        people=_people(scenario, state),
    )


def _people(scenario: Scenario, state: State) -> tuple[Person, ...]:
    """The person concerned, whom one can write to, and who has written. Others are not known yet."""
    acts = scenario.acts.values()
    effects = [effect for act in acts for effect in act.effects]
    effects += [effect for act in acts for rule in act.rules for effect in rule.effects]
    reached = {effect.message for effect in effects if isinstance(effect, Send)}
    reached |= {item.message for item in state.inbox}
    known = {scenario.subject, *(scenario.messages[key].sender for key in reached)}
    known |= {scenario.documents[key].source for key in state.documents}
    return tuple(person for person in scenario.people.values() if person.key in known)


def _stages(scenario: Scenario, state: State) -> tuple[StageMark, ...]:
    """The last station that was reached is where the case stands."""
    reached = [holds(stage.reached, scenario, state) for stage in scenario.stages.values()]
    here = max((n for n, is_reached in enumerate(reached) if is_reached), default=-1)
    return tuple(
        StageMark(words.said(stage.title), "now" if n == here else "done" if n < here else "")
        for n, stage in enumerate(scenario.stages.values())
    )


def route(scenario: Scenario) -> str:
    """Who asks whom."""
    return _("%(asking)s asks %(asked)s") % {
        "asking": words.said(scenario.jurisdictions[scenario.requesting]),
        "asked": words.said(scenario.jurisdictions[scenario.requested]),
    }


def _panels(scenario: Scenario, state: State, table: Desk) -> tuple[clocks.ClockPanel, ...]:
    """Running clocks first: the next to end on top."""
    running = {"running": 0, "contested": 0}
    ordered = sorted(table.due, key=lambda due: (running.get(due.clock.status, 1), due.clock.earliest))
    return tuple(clocks.panel(scenario, state, due) for due in ordered)


def _groups(table: Desk) -> tuple[ActGroup, ...]:
    new = {paper.document.key for paper in table.papers if paper.is_new}
    return tuple(
        ActGroup(key, str(title), rows)
        for key, title in words.GROUPS.items()
        if (rows := tuple(_row(offer, new) for offer in table.offers if offer.act.group == key))
    )


def _row(offer: Offer, new: set[str]) -> ActRow:
    is_new = offer.act.document in new
    return ActRow(offer.act, words.effort(offer.act.minutes), is_new)


def _impossible(item: NotYet) -> Impossible:
    return Impossible(item.act, words.refusal(Refused(item.code, because=item.because)))


def _ahead(scenario: Scenario, leads: Leads) -> Ahead:
    said = {"contested": _("%(clock)s: the first reading of the limit ends"), "expired": _("%(clock)s: the limit ends")}
    clock_words = (said[kind] % {"clock": words.said(scenario.deadlines[key].title)} for key, kind in leads.clocks)
    return Ahead(leads.to, tuple(clock_words))


def done_line(scenario: Scenario, event: RunEvent) -> Done:
    at = datetime.fromisoformat(event.at)
    if event.kind in ("day_ended", "waited"):
        return Done(at, str(_BUILT_IN[event.data["act"]]), "", is_built_in=True)
    act = scenario.acts[event.data["act"]]
    sent = act.key if act.task in LEAVE_A_PAGE else ""
    return Done(at, words.said(act.label), chosen(act, event.data["inputs"]), sent)


def told_once(lines: Iterable[Done]) -> Iterable[Done]:
    """Days let pass one after the other are one line."""
    numbered = enumerate(lines)
    for _same, alike in groupby(numbered, key=lambda item: item[1].what if item[1].is_built_in else item[0]):
        first, *others = (line for _number, line in alike)
        count = len(others) + 1
        times = ngettext("%(count)d time", "%(count)d times", count) % {"count": count}
        yield replace(first, detail=times) if others else first


# Tasks after which there is something to read again.
LEAVE_A_PAGE = ("fill", "write", "interview")


def chosen(act: Act, inputs: Mapping[str, object]) -> str:
    """What was filled in, as a short line: words of choices, dates, how many marks; never own words."""
    # Options are sentences, some with a comma in them.
    return " · ".join(text for item in act.inputs for text in _chosen(item, inputs.get(item.key)) if text)


def _chosen(item: Input, value: object) -> Iterable[str]:
    texts = {option.key: words.said(option.text) for option in item.options}
    match item.kind, value:
        case "choice", str(key):
            yield texts.get(key, "")
        case "many", list(keys):
            yield from (texts.get(key, "") for key in keys)
        case "order", list(keys):
            yield from (f"{number}. {texts.get(key, '')}" for number, key in enumerate(keys, start=1))
        case "date", str(day):
            yield words.day(date.fromisoformat(day))
        case "marks", {"marks": list(marks)}:
            yield ngettext("%(count)d mark", "%(count)d marks", len(marks)) % {"count": len(marks)}


_BUILT_IN = {END_DAY: gettext_lazy("Ended the day"), WAIT: gettext_lazy("Waited for news")}
