"""A value of an agreement, compared with its text by a person: shown beside the mark, and of no weight by itself."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from portal.accounts.api import Role
from portal.accounts.services.privacy import erase
from portal.audit.models import Entry
from simulations.agreements import queries
from simulations.agreements.api import reference
from simulations.agreements.engine import shelf
from simulations.agreements.engine.confirming import is_confirmable
from simulations.agreements.models import Confirmation
from simulations.engine.loader import load
from simulations.engine.reference import Mark
from simulations.scenarios.engine.library import path_of
from tests.factories.accounts import institution, person

pytestmark = pytest.mark.django_db
REPLY = {"key": "eu-serbia", "name": "reply"}
TEXT = "Official Journal L 334, read 22 November 2026"
URL = "/en/law/agreements/eu-serbia/reply/confirm/"


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def review(client, key: str = "eu-serbia", name: str = "reply") -> str:
    """What the agreement's page says of the review of one value."""
    html = client.get(reverse("agreements:pack", args=[key])).text
    row = re.search(rf'<tr id="{name}">.*?</tr>', html, re.S)[0]
    return plain(row.rpartition("<td")[2].partition(">")[2]).strip()


@pytest.fixture
def lawyer(client):
    office = institution(jurisdiction="RS", name="Directorate of Serbia")
    user = person(Role.COORDINATOR, scope="RS", name="Mila Torvaj", function="Legal adviser", institution=office)
    client.force_login(user)
    return user


def opened(client, address=REPLY, **changes: str) -> dict[str, str]:
    form = client.get(reverse("agreements:confirm_value", kwargs=address)).context["form"]
    hidden = {name: str(form[name].value()) for name in ("shown", "once")}
    return {"compared_with": TEXT, "compared": "on", "sure": "1"} | hidden | changes


def sign(client, address=REPLY, **changes: str):
    return client.post(reverse("agreements:confirm_value", kwargs=address), opened(client, address, **changes))


def corrected(monkeypatch) -> None:
    pack = shelf.packs()["eu-serbia"]
    values = {**pack.values, "eu-serbia.reply": replace(pack.values["eu-serbia.reply"], number=12, article="Art. 11")}
    found = {**shelf.packs(), "eu-serbia": replace(pack, values=values)}
    monkeypatch.setattr(shelf, "packs", lambda: found)


def test_a_coordinator_of_a_side_reads_the_value_is_asked_once_more_and_signs(client, lawyer):
    sent = opened(client)
    del sent["sure"]
    asked = plain(client.post(URL, sent).text)
    assert f"The value below says what the text of the agreement says: {TEXT}" in asked
    assert "Reply 10 calendar days" in asked
    assert Confirmation.objects.count() == 0
    assert sign(client)["Location"] == "/en/law/agreements/eu-serbia/#reply"
    client.logout()
    assert re.fullmatch(
        r"Not reviewed Confirmed by Mila Torvaj on \d+ \w+ 2026\. "
        rf"Legal adviser, Directorate of Serbia\. Compared with: {TEXT}\.",
        review(client),
    )
    text = plain(client.get("/en/law/agreements/eu-serbia/").text)
    assert "Of 38 values: 0 reviewed, 1 confirmed against the text by a person, 6 known to be missing." in text


def test_a_confirmed_value_keeps_its_mark_and_a_case_its_logic(client, lawyer):
    def loaded():
        return load(path_of("easter_clock").read_bytes(), reference(), key="easter_clock")

    before = loaded()
    sign(client)
    after = loaded()
    assert after.values["eu-serbia.reply"].mark is Mark.SOURCED
    assert after.logic_hash == before.logic_hash


@pytest.mark.parametrize(
    ("roles", "scope"), [((), None), (("author", "trainer"), None), (("coordinator",), "AL"), (("focal_point",), "RS")]
)
def test_whoever_has_no_say_sees_no_way_in_and_signs_nothing(client, lawyer, roles, scope):
    sent = opened(client)
    client.force_login(person(*roles, scope=scope))
    assert review(client) == "Not reviewed"
    for url in (URL, URL.replace("confirm", "take-back")):
        assert (client.get(url).status_code, client.post(url, sent).status_code) == (404, 404)
    assert Confirmation.objects.count() == 0


def test_either_side_may_sign_and_law_above_the_agreements_belongs_to_administrators(client):
    germany, administrator = person(Role.COORDINATOR, scope="DE"), person(Role.ADMINISTRATOR)
    client.force_login(germany)
    assert client.get(URL).status_code == 200
    general = [pack for pack in shelf.packs().values() if pack.kind == "general"]
    assert {queries.may_confirm_values(germany, pack) for pack in general} == {False}
    assert {queries.may_confirm_values(administrator, pack) for pack in general} == {True}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("eu-serbia", "document_validity"),  # absent
        ("eu-serbia", "roll_over"),  # an assumption
        ("eu-serbia", "nothing_of_that_name"),
        ("eu-atlantis", "reply"),
    ],
)
def test_what_has_no_text_to_compare_with_cannot_be_confirmed(client, key, name):
    client.force_login(person(Role.ADMINISTRATOR))
    url = reverse("agreements:confirm_value", args=[key, name])
    assert (client.get(url).status_code, client.post(url, {}).status_code) == (404, 404)


def test_a_double_click_signs_once_and_the_trail_has_one_line(client, lawyer):
    sent = opened(client)
    assert [client.post(URL, sent).status_code for _ in range(2)] == [302, 302]
    assert Confirmation.objects.count() == 1
    assert Entry.objects.get(verb="value.confirmed").target == "value:eu-serbia.reply"


def test_a_page_that_shows_another_value_signs_nothing_and_names_what_changed(client, lawyer, monkeypatch):
    sent = opened(client)
    corrected(monkeypatch)
    answer = client.post(URL, sent)
    assert answer.status_code == 409
    assert "Changed: the article, the number" in plain(answer.text)
    assert TEXT in answer.text
    assert Confirmation.objects.count() == 0


@pytest.mark.parametrize("shown", ["", "[]", "{" * 3000, '{"text": 1}'])
def test_what_was_never_shown_signs_nothing(client, lawyer, shown):
    assert sign(client, shown=shown).status_code == 409
    assert Confirmation.objects.count() == 0


def test_a_corrected_value_is_confirmed_in_an_earlier_state_only(client, lawyer, monkeypatch):
    sign(client)
    corrected(monkeypatch)
    assert "Confirmed in an earlier state by Mila Torvaj on" in review(client)
    assert "; changed since." in review(client)


def test_a_confirmation_is_taken_back_with_a_reason(client, lawyer):
    sign(client)
    assert review(client).endswith("Take it back , Reply")
    url = reverse("agreements:take_back_value", kwargs=REPLY)
    page = client.get(url)
    assert "Confirmed by Mila Torvaj on" in plain(page.text)
    sent = {"because": "I read the draft.", "once": str(page.context["form"]["once"].value())}
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    assert Confirmation.objects.count() == 2
    assert review(client) == "Not reviewed Confirm , Reply"
    shown = plain(client.get("/en/law/agreements/eu-serbia/").text)
    assert "value:eu-serbia.reply : taken back by Mila Torvaj because I read the draft." in shown


def test_after_erasure_the_office_stands_for_it(client, lawyer):
    sign(client)
    erase(user=lawyer)
    client.logout()
    assert review(client).startswith("Not reviewed Confirmed by Legal adviser, Directorate of Serbia on")


def test_the_explainer_and_the_json_say_who_confirmed_the_value(client, lawyer):
    sign(client)
    client.logout()
    asked = {"agreement": "eu-serbia", "clock": "reply", "received_day": 2, "received_month": 4, "received_year": 2026}
    text = plain(client.get(reverse("agreements:deadlines"), asked).text)
    assert "Not reviewed ; holds from 1 January 2008. Confirmed by Mila Torvaj on" in text
    found = client.get(
        reverse("agreements:deadline_json"), {"agreement": "eu-serbia", "clock": "reply", "received": "2026-04-02"}
    ).json()
    on = Confirmation.objects.get().at.date().isoformat()
    value = found["value"]
    assert (value["mark"], value["confirmed_by"], value["confirmed_on"]) == ("sourced", "Mila Torvaj", on)


def test_an_agreement_asks_two_queries_however_much_of_it_was_confirmed(client, lawyer, django_assert_num_queries):
    for name in ("reply", "extension", "transfer"):
        sign(client, {"key": "eu-serbia", "name": name})
    client.logout()
    with django_assert_num_queries(2):
        client.get("/en/law/agreements/eu-serbia/")


def test_the_name_of_kosovo_carries_its_mark(client):
    client.force_login(person(Role.COORDINATOR, scope="XK"))
    pack = shelf.packs()["kosovo-austria"]
    name = next(value.token.partition(".")[2] for value in pack.values.values() if is_confirmable(value))
    text = client.get(reverse("agreements:confirm_value", args=["kosovo-austria", name])).text
    hidden = re.sub(r'<input type="hidden".*?>', "", text)
    assert re.findall(r"Kosovo(?!\*|<a class=\"ra-ast\"| declaration)", hidden) == []
