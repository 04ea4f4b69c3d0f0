"""Closed days on their pages, and a person who stands for them: who may, what is signed, and what becomes of it."""

import re
from copy import copy
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from portal.accounts.api import Role
from portal.accounts.services.privacy import erase
from portal.audit.models import Entry
from simulations.agreements import services
from simulations.agreements.api import reference, with_signatures
from simulations.agreements.engine import shelf
from simulations.agreements.engine.confirming import year_statement
from simulations.agreements.models import Confirmation, ConfirmationIsPermanent
from simulations.engine.check.report import LONG
from simulations.scenarios.api import publish_scenario, scenario_of
from simulations.scenarios.engine.library import path_of
from tests.factories.accounts import institution, person

pytestmark = pytest.mark.django_db
SERBIA = {"key": "rs", "year": 2026}
LIST = "Law on State and Other Holidays, read on the Ministry’s page"


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def page(client, key: str = "rs") -> str:
    return client.get(reverse("agreements:calendar", args=[key])).text


def said(client, key: str = "rs") -> str:
    return plain(page(client, key))


@pytest.fixture
def coordinator():
    office = institution(jurisdiction="RS", name="Directorate of Serbia")
    return person(Role.COORDINATOR, scope="RS", name="Mila Torvaj", function="Head of unit", institution=office)


def opened(client, year=SERBIA, **changes) -> dict[str, str]:
    """What the form on the page sends, with its hidden fields."""
    form = client.get(reverse("agreements:confirm_days", kwargs=year)).context["form"]
    hidden = {name: str(form[name].value()) for name in ("shown", "once")}
    return {"compared_with": LIST, "compared": "on", "sure": "1"} | hidden | changes


def sign(client, year=SERBIA, **changes):
    return client.post(reverse("agreements:confirm_days", kwargs=year), opened(client, year, **changes))


def corrected(monkeypatch, jurisdiction: str = "RS") -> None:
    """Somebody corrects the file: one day more, one day less."""

    def change(year):
        if (year.table.jurisdiction, year.year) != (jurisdiction, 2026):
            return year
        closed = {day: name for day, name in year.table.closed.items() if day != date(2026, 1, 2)}
        return replace(year, table=replace(year.table, closed={**closed, date(2026, 4, 9): "National Day"}))

    tables = tuple(change(year) for year in shelf.year_tables())
    monkeypatch.setattr(shelf, "year_tables", lambda: tables)


def test_every_table_stands_in_the_list_with_its_days_and_that_nobody_confirmed_it(client):
    text = client.get(reverse("agreements:calendars")).text
    rows = [plain(row).strip() for row in re.findall(r"<tr.*?</tr>", text, re.S)][1:]
    assert len(rows) == 18
    assert rows[2].startswith("Bosnia and Herzegovina 2026: 10 days 2027: 10 days")
    assert [row.split(" 2026")[0] for row in rows[3:6]] == [
        "Brčko District",
        "Federation of Bosnia and Herzegovina",
        "Republika Srpska",
    ]
    assert rows[3].endswith("2027 not confirmed by a person; taken from the library holidays 0.109.")


@pytest.mark.parametrize("name", ["agreements:deadlines", "agreements:index"])
def test_the_list_is_found_from_the_pages_of_the_law(client, name):
    assert f'href="{reverse("agreements:calendars")}"' in client.get(reverse(name)).text


def test_a_place_shows_each_day_with_its_name_and_its_weekday(client):
    text = said(client)
    assert "2026: 13 closed days" in text
    assert "13 April 2026 Monday Easter Monday" in text
    assert page(client).count('<table class="cal">') == 24


def test_the_parts_of_bosnia_and_herzegovina_are_compared_day_by_day(client):
    shown = page(client, "ba-rs").partition('id="h-diff"')[2]
    rows = [plain(row).strip() for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", shown)]
    assert rows[:3] == [
        "Tue 6 Jan 2026 open open Orthodox Christmas Eve Orthodox Christmas Eve",
        "Wed 14 Jan 2026 open open open Orthodox New Year",
        "Mon 9 Mar 2026 open Day of establishment of Brčko District (observed) open open",
    ]
    assert [row for row in rows if row.startswith(("Sat", "Sun"))] == []
    assert 'id="h-diff"' not in page(client, "rs")


def test_days_of_one_community_stand_apart_and_are_signed_with_the_others(client):
    text = said(client, "me")
    assert "Orthodox days too" in text
    client.force_login(person(Role.ADMINISTRATOR))
    asked = client.get(reverse("agreements:confirm_days", kwargs={"key": "me", "year": 2026}))
    year = next(year for year in shelf.year_tables() if (year.table.jurisdiction, year.year) == ("ME", 2026))
    communities = sum(len(days) for days in year.also.values())
    assert asked.context["page"].count == len(year.table.closed) + communities


@pytest.mark.parametrize("key", ["zz", "RS", "ba-rs-2026", "x" * 300])
def test_an_unknown_place_is_not_found(client, key):
    assert client.get(f"/en/law/calendars/{key}/").status_code == 404


def test_a_coordinator_is_asked_once_more_what_is_signed(client, coordinator):
    client.force_login(coordinator)
    first = opened(client)
    del first["sure"]
    asked = client.post(reverse("agreements:confirm_days", kwargs=SERBIA), first)
    text = plain(asked.text)
    assert f"13 closed days of Serbia in 2026, as listed below, compared day by day with: {LIST}" in text
    assert "Sign 13 days of 2026" in text
    assert Confirmation.objects.count() == 0
    inputs = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', asked.text))
    assert {"compared_with", "compared", "shown", "once"} <= set(inputs)


def test_what_was_signed_is_shown_with_name_office_day_and_list(client, coordinator):
    client.force_login(coordinator)
    assert sign(client)["Location"] == "/en/law/calendars/rs/#y2026"
    row = Confirmation.objects.get()
    assert (row.subject, row.by, row.name) == ("calendar:rs-2026", coordinator, "Mila Torvaj")
    client.logout()
    text = said(client)
    day = f"{row.at.day} November 2026" if row.at.month == 11 else ""
    assert f"2026 confirmed by Mila Torvaj on {day}" in text
    assert f"Head of unit, Directorate of Serbia. Compared with: {LIST}." in text
    assert "2027 not confirmed by a person" in text


def test_the_trail_says_who_confirmed_what(client, coordinator):
    client.force_login(coordinator)
    sign(client)
    entry = Entry.objects.get(verb="calendar.confirmed")
    digest = Confirmation.objects.get().digest[:12]
    assert (entry.actor, entry.target) == (str(coordinator.uuid), "calendar:rs-2026")
    assert entry.detail == {"digest": digest}


@pytest.mark.parametrize(
    ("roles", "scope"),
    [((), None), (("trainer", "author"), None), (("coordinator",), "AL"), (("focal_point",), "RS")],
)
def test_whoever_has_no_say_there_sees_no_form_and_signs_nothing(client, coordinator, roles, scope):
    client.force_login(coordinator)
    sent = opened(client)
    client.force_login(person(*roles, scope=scope))
    assert reverse("agreements:confirm_days", kwargs=SERBIA) not in page(client)
    for name in ("agreements:confirm_days", "agreements:take_back_days"):
        url = reverse(name, kwargs=SERBIA)
        assert (client.get(url).status_code, client.post(url, sent).status_code) == (404, 404)
    assert Confirmation.objects.count() == 0


def test_a_visitor_sees_no_form_and_is_asked_to_sign_in(client, coordinator):
    client.force_login(coordinator)
    sent = opened(client)
    client.logout()
    assert reverse("agreements:confirm_days", kwargs=SERBIA) not in page(client)
    answer = client.post(reverse("agreements:confirm_days", kwargs=SERBIA), sent)
    assert answer.status_code == 403
    assert Confirmation.objects.count() == 0


@pytest.mark.parametrize("key", ["ba", "ba-rs", "ba-brc"])
def test_a_coordinator_of_a_state_may_sign_for_its_parts(client, key):
    client.force_login(person(Role.COORDINATOR, scope="BA"))
    assert sign(client, {"key": key, "year": 2027}).status_code == 302
    assert Confirmation.objects.get().subject == f"calendar:{key}-2027"


def test_an_administrator_may_sign_for_a_partner_state_and_a_coordinator_of_the_six_may_not(client):
    year = {"key": "de", "year": 2026}
    client.force_login(person(Role.COORDINATOR, scope="RS"))
    assert client.get(reverse("agreements:confirm_days", kwargs=year)).status_code == 404
    client.force_login(person(Role.ADMINISTRATOR))
    assert sign(client, year).status_code == 302


def test_a_double_click_signs_once(client, coordinator):
    client.force_login(coordinator)
    sent = opened(client)
    url = reverse("agreements:confirm_days", kwargs=SERBIA)
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    assert Confirmation.objects.count() == Entry.objects.filter(verb="calendar.confirmed").count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"compared_with": ""}, "Fill in: The official list you compared with"),
        ({"compared": ""}, "Tick: I have compared every day with the official list"),
        ({"compared_with": "x" * 301}, "at most 300 fit"),
        ({"once": "\0"}, "Enter a valid UUID"),
        ({"compared_with": "Asked of Ana, ana@police.gov.al"}, "I have looked: none of this points at one person"),
    ],
)
def test_what_is_missing_or_must_not_be_kept_is_said_and_nothing_is_signed(client, coordinator, changes, words):
    client.force_login(coordinator)
    answer = sign(client, **changes)
    assert answer.status_code == 200
    assert words in answer.text
    assert Confirmation.objects.count() == 0


def test_a_warning_of_the_guard_is_looked_at_once_for_both_steps(client, coordinator):
    client.force_login(coordinator)
    url = reverse("agreements:confirm_days", kwargs=SERBIA)
    sent = opened(client, compared_with="The list of office@police.gov.al")
    sure = sent.pop("sure")
    sent["guard_seen"] = client.post(url, sent).context["form"].guard_token
    assert 'name="guard_seen"' in client.post(url, sent).text
    assert client.post(url, sent | {"sure": sure}).status_code == 302
    assert Confirmation.objects.get().compared_with == "The list of office@police.gov.al"


def test_a_form_sent_again_after_its_confirmation_was_taken_back_signs_nothing(client, coordinator):
    client.force_login(coordinator)
    sent = opened(client)
    url = reverse("agreements:confirm_days", kwargs=SERBIA)
    first = client.post(url, sent, follow=True)
    assert "It is confirmed, and your signature is shown with it." in first.text
    services.take_back(
        statement=next(year_statement(one) for one in shelf.year_tables() if one.table.jurisdiction == "RS"),
        signer=services.Signer(coordinator, coordinator.uuid),
        because="A day was wrong.",
    )
    assert "It is confirmed, and your signature is shown with it." not in client.post(url, sent, follow=True).text
    assert "2026 not confirmed by a person" in said(client)


def test_a_page_that_shows_other_days_signs_nothing_and_says_what_changed(client, coordinator, monkeypatch):
    client.force_login(coordinator)
    sent = opened(client)
    corrected(monkeypatch)
    answer = client.post(reverse("agreements:confirm_days", kwargs=SERBIA), sent)
    text = plain(answer.text)
    assert answer.status_code == 409
    assert "Friday 2 January 2026: open now, was New Year&#x27;s Day" in text.replace("&amp;", "&")
    assert "Thursday 9 April 2026: closed now, National Day" in text
    assert LIST in answer.text
    assert Confirmation.objects.count() == 0


@pytest.mark.parametrize("shown", ["", "null", "[]", '{"closed": 1}', '{"closed": {"no day": "x"}}', "{" * 3000])
def test_what_was_never_shown_signs_nothing(client, coordinator, shown):
    client.force_login(coordinator)
    assert sign(client, shown=shown).status_code == 409
    assert Confirmation.objects.count() == 0


def test_a_changed_file_is_confirmed_in_an_earlier_state_only(client, coordinator, monkeypatch):
    client.force_login(coordinator)
    sign(client)
    corrected(monkeypatch)
    text = said(client)
    assert "2026 confirmed in an earlier state on" in text
    assert "by Mila Torvaj; the days were changed since." in text
    assert "Changed since it was confirmed" in text
    assert "2026 confirmed by" not in text
    assert sign(client).status_code == 302
    assert "2026 confirmed by Mila Torvaj" in said(client)


def test_a_confirmation_is_taken_back_by_a_further_row_with_its_reason(client, coordinator):
    client.force_login(coordinator)
    sign(client)
    url = reverse("agreements:take_back_days", kwargs=SERBIA)
    sent = {"because": "I read the list of 2025.", "once": str(client.get(url).context["form"]["once"].value())}
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    signed, back = Confirmation.objects.order_by("pk")
    assert (back.takes_back, back.because, back.by) == (signed, "I read the list of 2025.", coordinator)
    text = said(client)
    assert "2026 not confirmed by a person" in text
    assert "taken back by Mila Torvaj because I read the list of 2025." in text
    assert Entry.objects.filter(verb="calendar.taken_back").count() == 1
    assert sign(client).status_code == 302
    assert "2026 confirmed by Mila Torvaj" in said(client)


def test_there_is_nothing_to_take_back_before_anybody_signed(client, coordinator):
    client.force_login(coordinator)
    sent = {"because": "I was wrong.", "once": "6a1b1a4e-0d5e-4f0e-9a43-0d8b3f7f9b11"}
    answer = client.post(reverse("agreements:take_back_days", kwargs=SERBIA), sent, follow=True)
    assert "Nobody stands for it any more." in answer.text
    assert Confirmation.objects.count() == 0


def test_what_was_signed_is_never_changed_nor_deleted(client, coordinator):
    client.force_login(coordinator)
    sign(client)
    row = Confirmation.objects.get()
    rows = Confirmation.objects
    for attempt in (row.save, row.delete, rows.all().delete, lambda: rows.update(name="Another")):
        with pytest.raises(ConfirmationIsPermanent):
            attempt()


def test_after_erasure_the_office_stands_for_the_days_and_the_name_is_gone(client, coordinator):
    client.force_login(coordinator)
    sign(client)
    erase(user=coordinator)
    client.logout()
    text = said(client)
    assert "2026 confirmed by Head of unit, Directorate of Serbia on" in text
    assert "Torvaj" not in text
    assert "Torvaj" not in str(list(Confirmation.objects.values_list()))


def test_the_explainer_the_agreement_and_the_json_say_who_stands_for_the_days(client, coordinator):
    client.force_login(coordinator)
    sign(client)
    client.logout()
    asked = {"agreement": "eu-serbia", "clock": "reply", "received_day": 2, "received_month": 4, "received_year": 2026}
    assert "Serbia : 2026 confirmed by Mila Torvaj on" in plain(client.get(reverse("agreements:deadlines"), asked).text)
    url = reverse("agreements:deadline_json")
    serbia, germany = client.get(url, {"agreement": "eu-serbia", "clock": "reply", "received": "2026-04-02"}).json()[
        "tables"
    ]
    on = Confirmation.objects.get().at.date().isoformat()
    assert (serbia["confirmed_by"], serbia["confirmed_on"], serbia["compared_with"]) == ("Mila Torvaj", on, LIST)
    assert (germany["confirmed_by"], germany["confirmed_on"]) == (None, None)
    agreement = reverse("agreements:pack", args=["eu-serbia"])
    assert "its closed days are not confirmed by a person" in client.get(agreement).text
    client.force_login(coordinator)
    sign(client, {"key": "rs", "year": 2027})
    assert "its closed days are confirmed" in client.get(agreement).text


def test_a_case_published_afterwards_freezes_the_office_and_never_the_name(client, coordinator):
    raw = path_of("easter_clock").read_bytes()
    before = publish_scenario(key="easter_clock", raw=raw, reference=reference(), limits=LONG)
    client.force_login(coordinator)
    for year in (2026, 2027):
        sign(client, {"key": "rs", "year": year})
    after = publish_scenario(key="easter_clock", raw=raw, reference=reference(), limits=LONG)
    frozen = scenario_of(after).calendars
    assert frozen["RS"].confirmed_by == "Head of unit, Directorate of Serbia"
    assert frozen["DE"].confirmed_by == scenario_of(before).calendars["RS"].confirmed_by == ""
    assert (after.number, after.logic_hash) == (before.number + 1, before.logic_hash)
    assert "Torvaj" not in after.document


def test_a_table_of_which_one_year_is_confirmed_is_frozen_as_unconfirmed(client, coordinator):
    client.force_login(coordinator)
    sign(client)
    assert with_signatures({"RS": shelf.calendars()["RS"]})["RS"].confirmed_by == ""


def test_a_table_that_is_not_what_was_signed_is_frozen_as_unconfirmed(client, coordinator):
    client.force_login(coordinator)
    for year in (2026, 2027):
        sign(client, {"key": "rs", "year": year})
    serbia = shelf.calendars()["RS"]
    other = replace(serbia, closed={**serbia.closed, date(2026, 4, 9): "National Day"})
    assert with_signatures({"RS": serbia})["RS"].confirmed_by == "Head of unit, Directorate of Serbia"
    assert with_signatures({"RS": other})["RS"].confirmed_by == ""


def test_the_name_in_the_file_itself_counts_as_before(client, monkeypatch):
    tables = tuple(
        replace(year, confirmed_by="A. Person", confirmed_on="2026-11-22") if year.table.jurisdiction == "RS" else year
        for year in shelf.year_tables()
    )
    monkeypatch.setattr(shelf, "year_tables", lambda: tables)
    assert "2026 confirmed by A. Person on 22 November 2026." in said(client)
    client.force_login(person(Role.ADMINISTRATOR))
    assert "/take-back/" not in page(client)


def test_staff_sees_which_cases_count_with_the_table(client):
    assert "What rests on it" not in said(client)
    client.force_login(person(Role.COORDINATOR, scope="AL"))
    assert re.search(r"Easter clock practice case, as it ships 1 place , Easter clock RS calendars", said(client))


@pytest.mark.parametrize("signed", [1, 3])
def test_one_query_for_the_list_and_two_for_a_place_however_many_signed(
    client, coordinator, signed, django_assert_num_queries
):
    for year in [y for y in shelf.year_tables() if y.table.jurisdiction in ("RS", "DE")][:signed]:
        signer = services.Signer(person(Role.ADMINISTRATOR), coordinator.uuid)
        statement = year_statement(year)
        services.confirm(statement=statement, signer=signer, shown=statement.content, compared_with=LIST)
    assert Confirmation.objects.count() == signed
    for url, queries in ((reverse("agreements:calendars"), 1), (reverse("agreements:calendar", args=["de"]), 2)):
        client.get(url)
        with django_assert_num_queries(queries):
            client.get(url)


def test_the_name_of_kosovo_carries_its_mark(client):
    for text in (page(client, "xk"), client.get(reverse("agreements:calendars")).text):
        assert re.findall(r"Kosovo(?!\*|<a class=\"ra-ast\"| declaration)", text) == []
    assert 'Closed days: Kosovo<a class="ra-ast"' in page(client, "xk")


def beaten_by_a_moment(monkeypatch, **other) -> None:
    """Another request writes its row between the look and the write of this one."""
    write = services._signed

    def late(row, signer, verb):
        first = copy(row)
        first._state = copy(row._state)
        for name, value in other.items():
            setattr(first, name, value)
        write(first, signer, verb)
        return write(row, signer, verb)

    monkeypatch.setattr(services, "_signed", late)


def test_two_clicks_at_the_same_moment_sign_once(client, coordinator, monkeypatch):
    client.force_login(coordinator)
    beaten_by_a_moment(monkeypatch)
    assert sign(client).status_code == 302
    assert Confirmation.objects.count() == Entry.objects.filter(verb="calendar.confirmed").count() == 1


def test_of_two_who_take_back_at_the_same_moment_one_is_told_that_nobody_stands_for_it(
    client, coordinator, monkeypatch
):
    client.force_login(coordinator)
    sign(client)
    beaten_by_a_moment(monkeypatch, once=uuid4())
    sent = {"because": "A day was wrong.", "once": str(uuid4())}
    answer = client.post(reverse("agreements:take_back_days", kwargs=SERBIA), sent, follow=True)
    assert "Nobody stands for it any more." in answer.text
    assert Confirmation.objects.filter(takes_back__isnull=False).count() == 1
