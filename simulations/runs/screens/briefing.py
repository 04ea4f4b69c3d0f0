"""What a person knows before a case: role, aim, rules of the clock, the law it uses, and what it may touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.settings.languages import spoken
from simulations.engine.cast.drawing import draw
from simulations.engine.reference import Value
from simulations.engine.scenario import Role, Scenario
from simulations.engine.text import SOURCE_LOCALE
from simulations.runs import queries, words
from simulations.runs.engine.dressing import dressed
from simulations.runs.models import Run, SupportLine
from simulations.runs.screens.certificate import Certificate, certificate
from simulations.runs.screens.workspace import route
from simulations.scenarios.models import ScenarioVersion

if TYPE_CHECKING:
    from portal.accounts.models import User


IN_ENGLISH = (
    _("This case is written in English"),
    _(
        "It has not been translated into your language yet. The page around it is in your language, and what you do "
        "counts just the same."
    ),
)
AROUND_IN_ENGLISH = (
    _("The page around this case is in English for now"),
    _("The case itself is in your language, and what you do counts just the same."),
)
DRAFTED = (
    _("Machine-drafted translation"),
    _("This translation was drafted by a machine and no person has reviewed it yet. In doubt the English text stands."),
)

Note = tuple[str | Promise, str | Promise]


@dataclass(frozen=True)
class LawRow:
    value: Value
    review: str
    is_reviewed: bool
    has_source: bool


@dataclass(frozen=True)
class Briefing:
    scenario: Scenario
    version: ScenarioVersion
    role: Role
    route: str
    level: str
    assume: tuple[str, ...]
    law: tuple[LawRow, ...]
    assumed: tuple[LawRow, ...]
    open_run: Run | None
    runs: tuple[Run, ...]
    certificate: Certificate | None
    support: SupportLine | None
    language_notes: tuple[Note, ...] = ()
    is_withdrawn: bool = False

    @property
    def computes(self) -> bool:
        """A legal date has to be worked out in this case."""
        return any(act.task == "compute" for act in self.scenario.acts.values())

    @property
    def competency(self) -> str:
        """The one it trains first."""
        return next(iter(self.scenario.competencies), "")


def briefing(user: User, version: ScenarioVersion, scenario: Scenario, *, is_withdrawn: bool = False) -> Briefing:
    own = tuple(queries.runs_of(user).filter(version__key=scenario.key)[:10])
    open_run = next((run for run in own if run.is_open), None)
    scenario = _with_people(user, scenario, open_run if open_run and open_run.version_id == version.pk else None)
    rows = [_law(scenario.values[token]) for token in _cited(scenario) if token in scenario.values]
    return Briefing(
        scenario=scenario,
        version=version,
        role=scenario.roles[scenario.role],
        route=route(scenario),
        level=str(words.LEVELS[scenario.level]),
        assume=tuple(filter(None, words.said(scenario.briefing.assume).splitlines())),
        law=tuple(row for row in rows if row.has_source),
        assumed=tuple(row for row in rows if not row.has_source),
        open_run=open_run,
        runs=tuple(run for run in own if run.has_ended),
        certificate=certificate(version),
        support=queries.support_line_for(user) if scenario.briefing.notice else None,
        language_notes=language_notes(scenario, get_language() or SOURCE_LOCALE),
        is_withdrawn=is_withdrawn,
    )


def language_notes(scenario: Scenario, page: str) -> tuple[Note, ...]:
    """What a reader of pages in this language has to know about the words of the case, a title and a sentence each."""
    case = scenario.title.said_in(page)
    notes = []
    if (case == SOURCE_LOCALE) != (spoken(page) == SOURCE_LOCALE):
        notes.append(IN_ENGLISH if case == SOURCE_LOCALE else AROUND_IN_ENGLISH)
    if case in scenario.drafted:
        notes.append(DRAFTED)
    return tuple(notes)


def _with_people(user: User, scenario: Scenario, open_run: Run | None) -> Scenario:
    """The people of the run to go on with, else those of the run that would begin now."""
    if not scenario.cast:
        return scenario
    if open_run is not None:
        return queries.scenario_of(open_run)
    seed = queries.next_seed(user, scenario.key)
    return dressed(seed, scenario, draw(scenario.cast, seed))


def _law(value: Value) -> LawRow:
    return LawRow(value, str(words.MARKS[value.mark]), value.mark.decides, value.mark.scores)


def _cited(scenario: Scenario) -> tuple[str, ...]:
    """Every value the case rests on: clocks first, then what acts and safeguards cite."""
    tokens = [token for item in scenario.deadlines.values() for token in (item.value, item.extension, *item.cites)]
    tokens += [token for item in scenario.acts.values() for token in item.cites]
    tokens += [token for item in scenario.safeguards.values() for token in item.cites]
    return tuple(dict.fromkeys(token for token in tokens if token))
