"""A form filled from the file: kept unsent, checked once, sent once, and then only read."""

import re

import pytest
import yaml
from django.urls import reverse
from django.utils.html import escape

from portal.accounts.services.privacy import erase
from simulations.runs import queries, services
from simulations.runs.models import FormCheck, SeatText
from simulations.runs.privacy import seats_as_documents
from tests.factories import task_case
from tests.factories.simulations import Player, publish
from tests.simulations.runs.browsing import Tab, address, hidden

pytestmark = pytest.mark.django_db
GOOD = {"application__surname": "Primer", "application__birth": "4 8 1987", "application__health": ""}
POOR = {"application__surname": "Primar", "application__birth": "", "application__health": "Had measles as a child."}


@pytest.fixture
def play(db, owner) -> Player:
    task_case.publish_tasks()
    return Player(owner, key=task_case.KEY)


@pytest.fixture
def tab(client, owner, play) -> Tab:
    client.force_login(owner)
    return Tab(client, play, "fill")


def kinds(player: Player) -> list[str]:
    return [event.kind for event in queries.events_of(player.fresh)]


def drafts(player: Player) -> dict[str, str]:
    return queries.drafts_of(player.fresh, player.user, "fill")


def test_before_the_check_nothing_is_said_of_any_field(tab):
    page = tab.open()
    assert ("Fits the file" in page, "Look again" in page, "needed?" in page, "items entered" in page) == (False,) * 4


def test_what_a_check_costs_is_said_before(tab):
    page = tab.open()
    assert "You have one check before you send. It takes no case time, and it is noted" in page
    assert 'value="check" aria-describedby="once"' in page


def test_the_check_names_each_field_that_needs_another_look(tab, play):
    page = tab.press("check", **POOR).text
    assert "Checked: 0 fields fit, 2 to look at again, 1 perhaps not needed" in " ".join(page.split())
    for field, text in (
        ("surname", "Surname: look again"),
        ("birth", "Date of birth: still empty"),
        ("health", "Health: is it needed?"),
    ):
        assert f'<a href="#id_application__{field}">{text}</a>' in page
    assert "The page prints PRIMER." in page
    assert "<strong>2</strong> items entered, <strong>2</strong> needed" in page
    assert "act_taken" not in kinds(play)


def test_an_empty_field_is_named_and_neither_coloured_nor_explained(tab):
    page = tab.press("check", **POOR).text
    assert ("Still empty." in page, "Day and month." in page) == (True, False)
    assert (page.count("fld--bad"), page.count("fld--warn"), page.count("fld--ok")) == (1, 1, 0)


def test_of_an_optional_field_that_was_left_alone_nothing_is_said(tab, play, client):
    page = " ".join(tab.press("check", **GOOD).text.split())
    assert "Checked: 2 fields fit</h2>" in page
    assert (page.count("Fits the file."), page.count("fld--ok")) == (2, 2)
    tab.press("send", **GOOD)
    assert client.get(address(play, "sent", key="fill")).text.count("Fits the file.") == 2


def test_checking_takes_no_case_time_and_keeps_what_was_typed(tab, play):
    tab.press("check", **POOR)
    assert drafts(play) == {"application__surname": "Primar", "application__health": "Had measles as a child."}
    assert queries.state_of(play.fresh).now.isoformat() == "2026-04-02T10:40:00"


def test_a_form_is_checked_once_and_stands_as_it_was_found(tab, play, client, owner):
    tab.press("check", **POOR)
    again = " ".join(tab.press("check", **GOOD).text.split())
    assert "Checked: 0 fields fit, 2 to look at again" in again
    assert ('value="check"' in again, again.count("Changed since the check."), "fld--" in again) == (False, 3, False)
    assert [row.words for row in FormCheck.objects.all()] == [
        {"surname": "differs", "birth": "empty", "health": "excess"}
    ]
    later = Tab(client, play, "fill").open()
    assert ("On Thu 2 April, 10:40, and noted" in " ".join(later.split()), 'value="check"' in later) == (True, False)


def test_a_double_click_on_the_check_counts_once(tab):
    pages = [tab.press("check", **POOR).text.count("Look again.") for _ in range(2)]
    assert (pages, FormCheck.objects.count()) == ([1, 1], 1)


def test_a_stale_tab_is_not_checked_and_keeps_what_was_typed(tab, play):
    tab.open()
    play.act("study")
    page = tab.press("check", **POOR)
    assert (page.status_code, "Study the form" in page.text, 'value="Primar"' in page.text) == (409, True, True)
    assert ("Look again" in page.text, FormCheck.objects.count(), drafts(play)) == (False, 0, {})
    assert tab.press("check", **POOR | hidden(page.text)).status_code == 200


def test_an_empty_form_does_not_use_up_the_check(tab):
    page = tab.press("check", application__health="  ")
    assert (page.status_code, "there is nothing to check" in page.text) == (422, True)
    assert FormCheck.objects.count() == 0


def test_a_form_that_is_filled_again_may_be_checked_again(client, owner):
    case = task_case.document()
    case["acts"]["fill"]["once"] = False
    publish(key="often", raw=yaml.safe_dump(case, sort_keys=False, allow_unicode=True))
    play = Player(owner, key="often")
    client.force_login(owner)
    for typed in (POOR, GOOD):
        first = Tab(client, play, "fill")
        assert "You have one check before you send" in first.open()
        first.press("check", **typed)
        Tab(client, play, "fill").press("send", **typed)
    assert [(row.sending, row.words["surname"]) for row in FormCheck.objects.all()] == [(0, "differs"), (1, "fits")]
    assert "Checked once before it was sent: 2 fields fitted." in client.get(address(play, "sent", key="fill")).text


def test_enter_in_a_field_keeps_and_neither_checks_nor_sends(tab, play):
    page = tab.open()
    assert re.findall(r'name="do" value="(\w+)"', page) == ["stay", "send", "check", "save"]
    kept = tab.press("stay", **POOR)
    assert (kept.status_code, kept.url, FormCheck.objects.count(), kinds(play)) == (302, tab.url, 0, ["begun"])
    assert drafts(play)["application__surname"] == "Primar"


def test_the_debrief_says_what_the_check_found_and_what_was_sent(tab, play, client):
    tab.press("check", **POOR)
    tab.press("send", **GOOD)
    play.act("agree")
    debrief = client.get(address(play, "debrief")).text
    assert (
        "Checked once before it was sent: 0 fields fitted, 2 to look at again, 1 perhaps not needed.<br>"
        "2 items entered, 2 needed."
    ) in debrief


def test_a_branch_keeps_the_check_of_what_it_has_sent_and_offers_a_new_one_before(tab, play, client, owner):
    tab.press("check", **POOR)
    tab.press("send", **GOOD)
    play.act("agree")
    sent, agreed = (queries.acts_taken(play.fresh, act).get().seq for act in ("fill", "agree"))
    after = services.fork(user=owner, run_uuid=play.run.uuid, seq=agreed)
    before = services.fork(user=owner, run_uuid=play.run.uuid, seq=sent)
    assert [row.seat.run for row in FormCheck.objects.all()] == [play.run, after]
    assert 'value="check"' in client.get(reverse("runs:act", args=[before.uuid, "fill"])).text


def test_the_check_goes_into_the_export_and_goes_with_the_person(tab, owner):
    tab.press("check", **POOR)
    said = next(iter(seats_as_documents(owner)))["forms_checked"]
    assert said == [
        {
            "act": "fill",
            "at": "2026-04-02T10:40:00",
            "found": {"surname": "differs", "birth": "empty", "health": "excess"},
        }
    ]
    erase(user=owner)
    assert FormCheck.objects.count() == 0


def test_saving_sends_nothing_and_the_form_is_as_it_was_on_another_device(tab, play, client, owner):
    sent = tab.press("save", **POOR)
    assert (sent.status_code, sent.url, kinds(play)) == (302, address(play), ["begun"])
    client.logout()
    client.force_login(owner)
    assert 'value="Primar"' in Tab(client, play, "fill").open()


def test_a_field_that_was_emptied_is_forgotten(tab, play):
    tab.press("save", **POOR)
    tab.press("save", **POOR | {"application__health": ""})
    assert drafts(play) == {"application__surname": "Primar"}


def test_sending_keeps_the_judgement_in_the_log_and_the_words_beside_it(tab, play):
    sent = tab.press("send", **POOR)
    assert (sent.status_code, sent.url) == (302, address(play, "sent", key="fill"))
    taken = queries.acts_taken(play.fresh, "fill").get()
    assert taken.data["inputs"] == {
        "application": {"surname": "differs", "birth": "empty", "consent": "fits", "health": "excess"}
    }
    assert "Primar" not in str([event.as_dict() for event in queries.events_of(play.run)])
    assert {row.field: row.text for row in SeatText.objects.filter(kind="input")} == {
        "application.surname": "Primar",
        "application.health": "Had measles as a child.",
    }
    assert drafts(play) == {}
    assert services.verify(play.fresh) == ""


def test_what_was_sent_is_only_read(tab, play, client):
    tab.press("send", **POOR)
    page = client.get(tab.url, follow=True)
    assert page.redirect_chain == [(address(play, "sent", key="fill"), 302)]
    assert ("Primar" in page.text, "It cannot be changed any more" in page.text) == (True, True)
    assert ("<form" in page.text.split("<main")[1].split("</main")[0], "Look again." in page.text) == (False, True)


def test_sent_twice_counts_once(tab, play):
    for _ in range(2):
        assert tab.press("send", **GOOD).url == address(play, "sent", key="fill")
    assert kinds(play).count("act_taken") == 1


def test_a_changed_word_beside_the_log_is_noticed(tab, play):
    tab.press("send", **GOOD)
    row = SeatText.objects.get(field="application.surname")
    services.words.keep_words({"pk": row.pk}, "Somebody else", allow=())
    assert services.verify(play.fresh) == "words changed at step 2"


def test_what_was_typed_goes_with_the_person(tab, play, owner):
    tab.press("save", **POOR)
    tab.press("send", **POOR)
    erase(user=owner)
    assert SeatText.objects.count() == 0


def test_a_stale_tab_keeps_the_form_and_says_what_changed(tab, play):
    tab.open()
    play.act("study")
    page = tab.press("send", **POOR)
    assert (page.status_code, "Study the form" in page.text, 'value="Primar"' in page.text) == (409, True, True)
    assert [event.data["act"] for event in queries.acts_taken(play.fresh, "fill")] == []


def test_a_tab_whose_form_was_sent_elsewhere_gives_the_words_back(tab, play):
    tab.open()
    other = Tab(tab.client, play, "fill")
    other.press("send", **GOOD)
    page = tab.press("send", **POOR)
    assert (page.status_code, "Primar" in page.text, "Had measles" in page.text) == (409, True, True)
    assert kinds(play).count("act_taken") == 1


def test_personal_numbers_are_held_and_stay_in_the_form(tab, play):
    for do in ("check", "save", "send"):
        page = tab.press(do, **GOOD | {"application__health": "JMBG 0101006500006"})
        assert (page.status_code, "0101006500006" in page.text) == (422, True)
    assert SeatText.objects.count() == 0


def test_a_line_of_a_million_letters_is_refused_politely(tab, play):
    page = tab.press("send", **GOOD | {"application__surname": "a" * 1_000_000})
    assert (page.status_code, kinds(play)) == (422, ["begun"])
    assert "at most 300 fit" in page.text


def test_what_is_typed_is_kept_a_moment_later_where_there_is_script(tab, play, client):
    tab.open()
    url = address(play, "draft", key="fill")
    assert client.post(url, tab.fields | POOR).status_code == 204
    assert drafts(play)["application__surname"] == "Primar"
    assert client.post(url, tab.fields | {"application__health": "JMBG 0101006500006"}).status_code == 422
    tab.press("send", **GOOD)
    assert client.post(url, tab.fields | POOR).status_code == 409
    assert client.post(address(play, "draft", key="nothing"), tab.fields).status_code == 409


def test_a_form_whose_session_has_ended_is_given_back(tab, client, play):
    tab.open()
    client.logout()
    page = tab.press("send", **POOR)
    assert (page.status_code, "Your session has ended" in page.text) == (403, True)
    assert escape("Had measles as a child.") in page.text
    assert kinds(play) == ["begun"]


def test_a_stranger_neither_sees_nor_keeps_anything(client, tab, play, stranger):
    tab.press("send", **POOR)
    client.force_login(stranger)
    for name in ("sent", "act", "draft"):
        url = address(play, name, key="fill")
        assert client.post(url, POOR).status_code in ((405,) if name == "sent" else (404,))
        assert client.get(url).status_code in ((405,) if name == "draft" else (404,))


def test_an_act_that_was_not_done_has_nothing_to_read(client, tab, play):
    assert client.get(address(play, "sent", key="fill")).status_code == 404
    assert client.get(address(play, "sent", key="nothing")).status_code == 404


def test_a_box_is_ticked_kept_sent_and_read(tab, play, client):
    tab.press("save", application__consent="yes")
    assert 'name="application__consent" value="yes" checked' in tab.open()
    tab.press("send", **GOOD, application__consent="yes")
    assert queries.acts_taken(play.fresh, "fill").get().data["inputs"]["application"]["consent"] == "excess"
    assert "<dd>Yes</dd>" in client.get(address(play, "sent", key="fill")).text


def test_a_box_that_is_left_alone_says_nothing(tab, play):
    tab.press("send", **GOOD)
    assert queries.acts_taken(play.fresh, "fill").get().data["inputs"]["application"]["consent"] == "fits"


def test_what_is_no_day_at_all_is_not_sent_and_may_be_kept(tab, play):
    page = tab.press("send", **GOOD | {"application__birth": "wrong text"})
    assert (page.status_code, kinds(play)) == (422, ["begun"])
    assert "Day, month, year, such as 27 03 1990" in page.text.split("govuk-error-summary", 1)[1]
    assert tab.press("save", **GOOD | {"application__birth": "wrong text"}).status_code == 302
    assert tab.press("send", **GOOD | {"application__birth": "31.12.1987"}).url == address(play, "sent", key="fill")
