import re

import pytest
from django.conf import settings

from portal.accounts.api import Role
from portal.accounts.services.privacy import erase
from portal.audit.api import record
from portal.audit.words import WORDS
from portal.core.paging import SIZE
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db
AREAS = ("portal", "courses", "simulations", "specialists_network")
TRAIL = "/en/audit/"


@pytest.fixture
def administrator(client):
    user = person(Role.ADMINISTRATOR, name="Agim Torvaj")
    client.force_login(user)
    return user


def test_only_administrators_read_the_trail(client, administrator):
    assert client.get(TRAIL).status_code == 200
    client.force_login(person(Role.COORDINATOR, Role.TRAINER, Role.AUTHOR))
    assert client.get(TRAIL).status_code == 404
    client.logout()
    assert client.get(TRAIL)["Location"].startswith("/en/account/login/")


def test_a_line_says_who_did_what_to_what(client, administrator):
    record(actor=administrator, verb="course.published", target="course:1", detail={"version": 3})
    page = client.get(TRAIL).content.decode()
    assert "Agim Torvaj" in page
    assert "published a course" in page
    assert "version 3" in page


def test_a_line_about_a_person_names_the_person_and_leaves_out_what_is_not_set(client, administrator):
    vera = person(name="Vera Sol")
    detail = {"role": "learner", "jurisdiction": None}
    record(actor=administrator, verb="role.granted", target=f"user:{vera.uuid}", detail=detail)
    page = client.get(TRAIL, {"target": f"user:{vera.uuid}"}).content.decode()
    assert ">Vera Sol</a>" in page
    assert ">role learner</span>" in page


def test_every_verb_that_is_recorded_has_words():
    sources = (path.read_text() for area in AREAS for path in (settings.BASE_DIR / area).rglob("*.py"))
    verbs = {verb for text in sources for verb in re.findall(r'verb="([\w.]+)"|^    "(signin\.\w+)"', text, re.M)}
    assert {verb for pair in verbs for verb in pair if verb} - set(WORDS) == set()


def test_whoever_was_forgotten_is_a_former_participant(client, administrator):
    user = person(Role.TRAINER, name="Vera Sol")
    record(actor=user, verb="note.published", target="note:1")
    erase(user=user)
    page = client.get(TRAIL, {"actor": str(user.uuid)}).content.decode()
    assert "a former participant" in page
    assert "Vera Sol" not in page


def test_long_trails_go_by_the_last_line_seen(client, administrator):
    for number in range(SIZE + 1):
        record(actor=None, verb="test.line", target=f"line:{number}")
    first = client.get(TRAIL)
    assert [line.entry.target for line in first.context["lines"]][:2] == [f"line:{SIZE}", f"line:{SIZE - 1}"]
    second = client.get(TRAIL + first.context["older"])
    assert second.context["lines"][0].entry.target == "line:0"
    assert second.context["newest"] == "?"


def test_the_trail_can_be_asked_for_one_thing(client, administrator):
    record(actor=None, verb="note.published", target="note:1")
    record(actor=None, verb="note.published", target="note:2")
    lines = client.get(TRAIL, {"target": "note:2"}).context["lines"]
    assert [line.entry.target for line in lines] == ["note:2"]


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "\x00", "٣", "1.5"])
def test_a_made_up_place_in_the_trail_is_the_first_page(client, administrator, before):
    assert client.get(TRAIL, {"before": before, "actor": "\x00"}).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_trail_costs_the_same_for_one_line_and_for_three(client, administrator, django_assert_num_queries, rows):
    for number in range(rows):
        record(actor=person(), verb="note.published", target=f"note:{number}")
    client.get(TRAIL)
    with django_assert_num_queries(7):
        client.get(TRAIL)
