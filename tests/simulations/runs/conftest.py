import pytest

from simulations.scenarios.models import ScenarioVersion
from tests.factories import simulations
from tests.factories.accounts import person


@pytest.fixture
def small_case(db) -> ScenarioVersion:
    return simulations.publish()


@pytest.fixture
def owner(db):
    return person()


@pytest.fixture
def stranger(db):
    return person()


@pytest.fixture
def play(small_case, owner) -> simulations.Player:
    return simulations.Player(owner)


@pytest.fixture
def finished(play) -> simulations.Player:
    """Looked at the page, then agreed: a pass."""
    return play.act("compute", last_day="2026-04-14").act("ask_page").wait().act("look", marks=["birth"]).act("agree")
