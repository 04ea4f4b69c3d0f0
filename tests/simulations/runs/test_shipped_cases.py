"""Each case that ships, played by posts: well along a way its author knows, badly, and by letting it lie."""

from pathlib import Path

import pytest

from simulations.agreements.api import reference
from simulations.engine import desk as engine
from simulations.engine.check.report import LONG
from simulations.engine.run import END_DAY, READ, WAIT
from simulations.runs import queries, services
from simulations.runs.models import Run
from simulations.scenarios.demo import LIBRARY
from simulations.scenarios.services import publish_scenario
from tests.factories import ways
from tests.factories.simulations import Player
from tests.simulations.runs.browsing import Tab, address, fields_for, hidden

pytestmark = pytest.mark.django_db
CASES = sorted(path.stem for path in LIBRARY.glob("*.yaml"))


@pytest.fixture(params=CASES)
def key(request, db) -> str:
    raw = Path(LIBRARY / f"{request.param}.yaml").read_bytes()
    publish_scenario(key=request.param, raw=raw, reference=reference(), limits=LONG)
    return request.param


@pytest.fixture
def browser(client, owner):
    client.force_login(owner)
    return client


def test_played_well_by_posts_alone_it_is_passed_and_its_log_checks_out(browser, owner, key):
    player = Player(owner, key=key)
    for act, inputs in ways.way(player.fresh):
        step(browser, player, act, inputs)
    assert (player.fresh.outcome, services.verify(player.run)) == (Run.Outcome.PASS, "")
    assert browser.get(address(player, "debrief")).status_code == 200


def step(browser, player: Player, act: str, inputs: dict) -> None:
    if act == READ:
        if "document" in inputs:
            assert browser.get(address(player, "document", key=inputs["document"])).status_code == 200
        return
    if act in (END_DAY, WAIT):
        fields = hidden(browser.get(address(player)).text)
        sent = browser.post(address(player, act), fields)
    else:
        sent = Tab(browser, player, act).press(**fields_for(queries.scenario_of(player.fresh), act, inputs))
    assert sent.status_code == 302, (act, inputs, sent.text)


def test_whoever_decides_first_and_reads_later_reaches_an_end_and_a_debrief(browser, owner, key):
    """The first thing offered under "decide", with the first answer to each question, until nothing is left."""
    player = Player(owner, key=key)
    for _ in range(200):
        state = queries.state_of(player.fresh)
        if state.has_ended:
            break
        offers = engine.desk(queries.scenario_of(player.run, state), state).offers
        rash = [offer for offer in offers if offer.act.group == "decide" and _can_be_rushed(offer)]
        if rash:
            player.act(rash[0].act.key, **{key: _first(options) for key, options in rash[0].options.items()})
        else:
            player.end_day()
    assert (player.fresh.has_ended, services.verify(player.run)) == (True, "")
    assert browser.get(address(player, "debrief")).status_code == 200


def _can_be_rushed(offer) -> bool:
    return offer.act.once and all(item.kind in ("choice", "many") for item in offer.act.inputs)


def _first(options):
    return options[0].key


def test_a_case_that_is_left_lying_ends_by_itself_and_is_not_passed(owner, key):
    player = Player(owner, key=key)
    for _ in range(200):
        if player.fresh.has_ended:
            break
        player.end_day()
    assert (player.run.has_ended, player.run.outcome == Run.Outcome.PASS) == (True, False)
