"""A legal clock on the desk: what is known of it, the strip, and every day with its reason."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from simulations.agreements.screens.count import legal_word, office_word
from simulations.engine import desk as engine
from simulations.engine.calendar import ONE_DAY, days
from simulations.engine.deadlines import Day, Explanation
from simulations.engine.desk import Due
from simulations.engine.reference import Value
from simulations.engine.scenario import Act, Deadline, Scenario
from simulations.engine.state import State
from simulations.runs import words
from simulations.runs.engine import strip as drawing


@dataclass(frozen=True)
class Sides:
    """The own office and the one across, whichever of them is asked."""

    own: str
    other: str
    is_asked: bool

    def closed(self, item: Day) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Why they are closed on a day, ours first."""
        both = item.requested_closed, item.requesting_closed
        return both if self.is_asked else both[::-1]


def sides(scenario: Scenario, deadline: Deadline) -> Sides:
    is_asked = deadline.requested == scenario.office.calendar or deadline.requesting != scenario.office.calendar
    named = [words.said(scenario.jurisdictions[key]) for key in (deadline.requested, deadline.requesting)]
    own, other = named if is_asked else named[::-1]
    return Sides(own, other, is_asked)


@dataclass(frozen=True)
class ClockPanel:
    """`worked_out` is False until the person computed the date: until then the panel shows none."""

    key: str
    due: Due
    deadline: Deadline
    value: Value
    extension: Value | None
    worked_out: bool
    compute: Act | None
    sides: Sides
    strip: SafeString
    rows: SafeString
    is_open: bool
    is_contested: bool
    is_late: bool

    @property
    def one_day(self) -> bool:
        return self.due.clock.earliest == self.due.clock.latest


def panel(scenario: Scenario, state: State, due: Due) -> ClockPanel:
    deadline = scenario.deadlines[due.key]
    compute = compute_act(scenario, due.key)
    worked_out = compute is None or compute.key in state.done
    strip, rows = _explained(scenario, state, due) if worked_out else (SafeString(), SafeString())
    return ClockPanel(
        key=due.key,
        due=due,
        deadline=deadline,
        value=scenario.values[deadline.value],
        extension=scenario.values.get(deadline.extension),
        worked_out=worked_out,
        compute=compute,
        sides=sides(scenario, deadline),
        strip=strip,
        rows=rows,
        is_open=due.clock.status in ("running", "contested"),
        is_contested=due.clock.status == "contested",
        is_late=due.clock.status == "contested" or state.now.date() > due.in_time_by,
    )


_Picture = tuple[SafeString, SafeString]
_MOST_KEPT = 500
_kept: dict[tuple[object, ...], tuple[Deadline, _Picture]] = {}


def _explained(scenario: Scenario, state: State, due: Due) -> _Picture:
    """The strip and the rows of its table. Everybody who stands on the same day of the same clock sees the same ones,
    whoever the people of the run are."""
    deadline = scenario.deadlines[due.key]
    key = (id(deadline), due.clock, state.now.date(), get_language())
    found = _kept.get(key)
    if found is None or found[0] is not deadline:
        explained = engine.explain(scenario, state, due.key)
        both = sides(scenario, deadline)
        found = deadline, (_strip(explained, due, state, both), _rows(explained, both))
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = found
    return found[1]


def compute_act(scenario: Scenario, deadline: str) -> Act | None:
    """The task in which the person works the date out first."""
    acts = scenario.acts.values()
    return next((act for act in acts if act.task == "compute" and act.deadline == deadline), None)


def due_line(scenario: Scenario, state: State) -> str:
    """The running clock that ends next, in a few words; nothing before its date was worked out."""
    running = [item for item in engine.desk(scenario, state).due if item.clock.status in ("running", "contested")]
    due = min(running, key=lambda item: item.clock.earliest, default=None)
    compute = compute_act(scenario, due.key) if due else None
    if due is None or (compute and compute.key not in state.done):
        return ""
    if due.clock.status == "contested":
        return _("%(clock)s: contested") % {"clock": words.said(due.title)}
    return _("%(clock)s: by %(day)s") % {"clock": words.said(due.title), "day": words.day(due.in_time_by)}


def _rows(explained: Explanation, sides: Sides) -> SafeString:
    """Up to a hundred days, drawn once a day and not once a visit."""
    return format_html_join(
        "\n",
        '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>',
        (
            (
                words.spelled(item.day, "D j M"),
                legal_word(item, explained.earliest, explained.latest),
                *map(office_word, sides.closed(item)),
            )
            for item in explained.days
        ),
    )


def _strip(explained: Explanation, due: Due, state: State, sides: Sides) -> SafeString:
    today = state.now.date()
    shown = _window(explained, today)
    by_day = {item.day: item for item in explained.days}
    cells = [_cell(by_day[day], explained, due, today, sides) for day in shown if day in by_day]
    title = _("%(clock)s, %(first)s to %(last)s") % {
        "clock": words.said(due.title),
        "first": words.day(shown[0]),
        "last": words.day(shown[-1]),
    }
    spoken = drawing.Words(
        title,
        _described(explained, due),
        _("Legal clock"),
        _("%(place)s, you") % {"place": sides.own},
        _("%(place)s, they") % {"place": sides.other},
    )
    return mark_safe(drawing.draw(f"st-{due.key}", cells, spoken))


def _window(explained: Explanation, today: date) -> tuple[date, ...]:
    """Thirteen days: from receipt where the limit fits, else with today on the left."""
    last = explained.latest
    first = explained.received
    if (last - first).days >= drawing.MOST_DAYS:
        first = max(first, min(today, last - (drawing.MOST_DAYS - 1) * ONE_DAY))
    return tuple(days(first, min(last, first + (drawing.MOST_DAYS - 1) * ONE_DAY)))


def _cell(item: Day, explained: Explanation, due: Due, today: date, sides: Sides) -> drawing.Cell:
    own_closed, other_closed = sides.closed(item)
    return drawing.Cell(
        weekday=words.spelled(item.day, "D")[:2],
        day=str(item.day.day),
        legal=_legal(item, explained, today),
        number=str(item.number or ""),
        own_open=not own_closed,
        other_open=not other_closed,
        is_today=item.day == today,
        is_ahead=today <= item.day <= due.in_time_by,
        is_strong=item.day in (explained.received, due.in_time_by),
    )


def _legal(item: Day, explained: Explanation, today: date) -> str:
    if item.day == explained.received:
        return "received"
    if item.day > explained.earliest:
        return "open" if item.day <= explained.latest else ""
    return "done" if item.day < today else "left"


def _described(explained: Explanation, due: Due) -> str:
    return _(
        "The limit runs from %(received)s. On the different readings it ends between %(first)s and %(last)s. "
        "The last open day that is in time on every reading is %(safe)s. Every day is listed below the picture."
    ) % {
        "received": words.day_long(explained.received),
        "first": words.day_long(explained.earliest),
        "last": words.day_long(explained.latest),
        "safe": words.day_long(due.in_time_by),
    }
