import re

import pytest

from portal.competencies.api import record_evidence
from portal.core.clock import now
from portal.home.queries.chart import draw
from simulations.runs.models import Run, Seat
from tests.factories.accounts import person
from tests.factories.simulations import publish

pytestmark = pytest.mark.django_db
LEVELS = {"A": "A Aware", "B": "B With support", "C": "C Independent", "D": "D Teaches"}


def test_a_dot_stands_on_its_level_and_nowhere_where_nothing_was_shown():
    chart = draw([("Clocks", "B"), ("Safeguards", None)], LEVELS, is_wide=True)
    assert [(row.y, row.x) for row in chart.rows] == [("70", "444.667"), ("124", "")]
    assert [mark.label for mark in draw([], LEVELS, is_wide=False).marks] == ["A", "B", "C", "D"]


def test_the_own_page_shows_what_was_shown(client):
    user = person(name="Vera Sol", function="Caseworker")
    client.force_login(user)
    assert "Nothing yet." in client.get("/en/me/").content.decode()
    record_evidence(user_id=user.pk, competency="legal_clocks", source="test", score=0.9, at=now())
    page = client.get("/en/me/").content.decode()
    assert page.count('class="ra-chart__now"') == 2  # wide and phone
    assert "Caseworker. Learning here since" in page


def test_decimals_in_a_drawing_have_a_point_in_every_language(client):
    user = person()
    client.force_login(user)
    record_evidence(user_id=user.pk, competency="legal_clocks", source="test", score=0.9, at=now())
    page = client.get("/sq/me/").content.decode()
    assert not re.search(r'(?:x|y|d)="[^"]*\d,\d', page)


def test_strangers_are_asked_to_sign_in(client):
    assert client.get("/en/me/")["Location"].startswith("/en/account/login/")


def test_the_own_page_has_a_fixed_price(client, django_assert_num_queries):
    client.force_login(person())
    client.get("/en/me/")
    with django_assert_num_queries(5):
        client.get("/en/me/")


def test_the_last_steps_name_the_cases_that_were_played(client):
    user = person()
    client.force_login(user)
    version = publish()
    for outcome in (Run.Outcome.PASS, Run.Outcome.FAIL):
        run = Run.objects.create(version=version, moved_at=now(), ended_at=now(), ending="x", outcome=outcome)
        Seat.objects.create(run=run, user=user, role="caseworker")
    steps = re.findall(r"ra-timeline__what\">([^<]+)", client.get("/en/me/").content.decode())
    assert steps == ["Small case: case played to its end", "Small case: case passed", "Came here for the first time"]
