"""A form filled from the file: checked at no cost, kept unsent, sent once, and then only read."""

import pytest
from django.utils.html import escape

from portal.accounts.services.privacy import erase
from simulations.runs import queries, services
from simulations.runs.models import SeatText
from tests.factories import task_case
from tests.factories.simulations import Player
from tests.simulations.runs.browsing import Tab, address

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


def test_the_check_names_each_field_that_needs_another_look(tab, play):
    page = tab.press("check", **POOR).text
    assert "Checked: 1 field fits, 2 to look at again, 1 perhaps not needed" in " ".join(page.split())
    for field, text in (
        ("surname", "Surname: look again"),
        ("birth", "Date of birth: still empty"),
        ("health", "Health: is it needed?"),
    ):
        assert f'<a href="#id_application__{field}">{text}</a>' in page
    assert "The page prints PRIMER." in page
    assert "<strong>2</strong> items entered, <strong>2</strong> needed" in page
    assert "act_taken" not in kinds(play)


def test_a_form_that_fits_says_so(tab):
    page = " ".join(tab.press("check", **GOOD).text.split())
    assert "Checked: 4 fields fit</h2>" in page
    assert page.count("Fits the file.") == 4


def test_checking_takes_no_case_time_and_keeps_what_was_typed(tab, play):
    tab.press("check", **POOR)
    assert drafts(play) == {"application__surname": "Primar", "application__health": "Had measles as a child."}
    assert queries.state_of(play.fresh).now.isoformat() == "2026-04-02T10:40:00"


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
