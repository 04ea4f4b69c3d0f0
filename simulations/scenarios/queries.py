"""Reads of published cases. A version that no longer loads is named, never guessed around."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from simulations.engine import scenario as case
from simulations.engine.check.prospects import Prospects
from simulations.engine.loader import load
from simulations.engine.problems import ScenarioInvalid
from simulations.scenarios.engine import frozen
from simulations.scenarios.models import CheckRun, Scenario, ScenarioVersion

# By content, not by row: a frozen document can be kept as long as the process lives.
_loaded: dict[str, case.Scenario] = {}
# By the check that worked it out: opening a table means compiling a part of the case.
_prospects: dict[UUID, Prospects] = {}


class NoSuchCase(LookupError):
    """No case with this key can be started."""


class VersionIsBroken(Exception):
    """The frozen document of a version cannot be read by this engine."""


def open_scenarios() -> QuerySet[Scenario]:
    """Cases that can be started, without the weight of their documents."""
    pointers = Scenario.objects.filter(is_open=True).select_related("current")
    return pointers.defer("current__document", "current__report")


def current_version(key: str) -> ScenarioVersion:
    pointer = open_scenarios().filter(key=key).first()
    if pointer is None:
        raise NoSuchCase(key)
    return pointer.current


def scenario_of(version: ScenarioVersion) -> case.Scenario:
    """The case as the engine plays it; a deferred document is fetched once in the life of the process."""
    content = f"{version.key} {version.text_hash}"
    if content not in _loaded:
        _loaded[content] = _read(version)
    return _loaded[content]


def _read(version: ScenarioVersion) -> case.Scenario:
    try:
        document = frozen.read(version.document)
        return load(document["case"], frozen.reference_in(document), key=version.key)
    except (ScenarioInvalid, KeyError, TypeError, ValueError) as error:
        raise VersionIsBroken(f"{version}: {error}") from error


def prospects_of(version: ScenarioVersion) -> Prospects:
    """What can still become of a run, as the long check worked it out; rules nothing out before it did."""
    rows = CheckRun.objects.filter(version=version, found__has_key="prospects").order_by("-pk")
    found = rows.values_list("uuid", "found__prospects").first()
    if found is None:
        return Prospects(scenario_of(version))
    check, table = found
    if check not in _prospects:
        _prospects[check] = Prospects.from_dict(scenario_of(version), table)
    return _prospects[check]


def all_scenarios() -> QuerySet[Scenario]:
    """For trainers: withdrawn cases as well, each with the newest check of its current version."""
    newest = Prefetch("current__checks", CheckRun.objects.order_by("-pk"), to_attr="checks_newest_first")
    return Scenario.objects.select_related("current").prefetch_related(newest).defer("current__document")


def scenario_for_trainers(key: str) -> Scenario:
    pointer = all_scenarios().filter(key=key).first()
    if pointer is None:
        raise NoSuchCase(key)
    return pointer


def waiting_checks() -> tuple[UUID, ...]:
    """Asked for, and taken up by nobody yet; those that were broken off are asked for again by a person."""
    queued = CheckRun.objects.filter(state=CheckRun.State.QUEUED)
    return tuple(queued.values_list("uuid", flat=True))
