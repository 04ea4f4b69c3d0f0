"""Each case that ships in the browser: its last act and its debrief after a good way, and a bad way played on."""

import json
import re
from pathlib import Path

import pytest

from tests.journeys.conftest import overflows, violations
from tests.journeys.site import ROOT, Site

CASES = sorted(path.stem for path in Path(ROOT / "simulations" / "library").glob("*.yaml"))
PREPARE = """
import json
from portal.accounts.demo import cast
from simulations.runs import queries, services
from tests.factories import ways
player, found = cast()["specialist"], {}
for key in json.loads('CASES'):
    run = services.start_run(user=player, scenario_key=key)
    acts = [act for act, _inputs in ways.way(run) if act not in ("wait", "end_day", "read")]
    good = ways.walk(player, key, until=acts[-1])
    bad = services.start_run(user=player, scenario_key=key)
    while not queries.runs_of(player).get(pk=bad.pk).has_ended:
        ways.click(player, bad, "end_day", {})
    found[key] = {"good": str(good.uuid), "last": acts[-1], "bad": str(bad.uuid)}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def prepared(site: Site) -> dict[str, dict[str, str]]:
    said = site.manage("shell", "-v0", "-c", PREPARE.replace("CASES", json.dumps(CASES)))
    return json.loads(said.strip().splitlines()[-1])


@pytest.mark.parametrize("key", CASES)
def test_a_good_way_ends_in_a_debrief_that_says_so(visit, prepared, key):
    page = visit("specialist")
    page.goto(f"/en/cases/runs/{prepared[key]['good']}/acts/{prepared[key]['last']}/")
    for group in page.locator("main fieldset").all():
        group.locator("input[type=radio], input[type=checkbox]").first.check()
    page.locator("main form button[type=submit].govuk-button").first.click()
    page.wait_for_url("**/debrief/")
    said = page.locator("main").inner_text()
    assert (re.search(r"\bPassed\b", said) is not None, "Not passed" in said) == (True, False)
    assert (violations(page), overflows(page)) == ([], False)


@pytest.mark.parametrize("key", CASES)
def test_a_case_left_lying_is_not_passed_and_can_be_played_on(visit, prepared, key):
    page = visit("specialist")
    page.goto(f"/en/cases/runs/{prepared[key]['bad']}/debrief/")
    assert re.search(r"\bPassed\b", page.locator("main h1, main .result").first.inner_text()) is None
    assert violations(page) == []
    page.get_by_role("button", name=re.compile("^(Play on|Go back)")).first.click()
    page.wait_for_url(re.compile(r"/runs/[0-9a-f-]+/$"))
    assert page.get_by_role("heading", name="What you can do now").is_visible()
