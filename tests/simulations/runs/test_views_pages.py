"""Every page of a case is shown to its owner, and to nobody else."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories.simulations import SMALL_CASE, Player, publish

PAGES_OF_AN_OPEN_RUN = (
    ("runs:workspace", {}),
    ("runs:act", {"key": "compute"}),
    ("runs:act", {"key": "refuse"}),
    ("runs:document", {"key": "form"}),
    ("runs:large", {"key": "form"}),
)


def address(player, name, **parts):
    return reverse(name, kwargs={"run_uuid": player.run.uuid, **parts})


@pytest.mark.parametrize(("name", "parts"), PAGES_OF_AN_OPEN_RUN)
def test_the_owner_sees_each_page_and_a_stranger_none(client, play, owner, stranger, name, parts):
    url = address(play, name, **parts)
    assert client.get(url).status_code == 302
    client.force_login(stranger)
    assert client.get(url).status_code == 404
    client.force_login(owner)
    assert client.get(url).status_code == 200


def test_the_catalogue_and_the_briefing_lead_to_the_desk(client, small_case, owner):
    client.force_login(owner)
    assert "Small case" in client.get(reverse("runs:index")).text
    assert "Answer in time." in client.get(reverse("runs:briefing", kwargs={"key": "small-case"})).text
    opened = client.post(reverse("runs:start", kwargs={"key": "small-case"}), follow=True)
    assert "What you can do now" in opened.text


def test_a_debrief_is_shown_when_the_run_has_ended(client, finished, owner, stranger):
    url = address(finished, "runs:debrief")
    client.force_login(stranger)
    assert client.get(url).status_code == 404
    client.force_login(owner)
    page = client.get(url).text
    assert "Passed" in page
    assert "You looked first." in page


def test_the_days_are_shown_after_the_date_was_worked_out(client, play, owner):
    client.force_login(owner)
    url = address(play, "runs:clock", key="reply")
    assert client.get(url).url == address(play, "runs:act", key="compute")
    play.act("compute", last_day="2026-04-20")
    assert "You counted working days" in client.get(url).text


def test_where_the_author_speaks_of_working_days_the_page_does_not_say_it_again(client, owner):
    when = "{input: last_day, lies: working_days, deadline: reply}"
    told = f"      slip: {{when: {when}, verdict: cost, feedback: Those were working days.}}\n      right: {{when:"
    publish(key="told", raw=SMALL_CASE.replace("      right: {when:", told, 1))
    play = Player(owner, key="told").act("compute", last_day="2026-04-20")
    client.force_login(owner)
    page = client.get(address(play, "runs:clock", key="reply")).text
    assert ("Those were working days." in page, "You counted working days" in page) == (True, False)


def test_what_was_noted_at_an_inspection_is_pinned_on_the_paper(client, play, owner):
    play.act("ask_page").wait().act("look", marks=["birth"])
    client.force_login(owner)
    page = client.get(address(play, "runs:document", key="passport")).text
    assert "What you noted" in page
    assert page.count('class="sp-mark"') == 1


def test_a_case_in_another_language_than_the_page_says_so_to_eye_and_ear(client, small_case, owner):
    client.force_login(owner)
    with translation.override("sq"):
        page = client.get(reverse("runs:briefing", kwargs={"key": "small-case"})).text
    assert '<h1 lang="en">Small case</h1>' in page
    assert "Ky rast është shkruar në anglisht" in page
    # A page in a language without words speaks English itself.
    for code in ("en", "mk"):
        with translation.override(code):
            page = client.get(reverse("runs:briefing", kwargs={"key": "small-case"})).text
        assert "<h1>Small case</h1>" in page
        assert "This case is written in English" not in page
