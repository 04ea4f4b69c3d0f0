"""Nothing reaches a browser before the person could know it."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
NEVER = ("SECRET-TRUTH-TEXT", "TRUE-DATE-OF-BIRTH", "truth_born")


def pages(client, player) -> str:
    run = {"run_uuid": player.fresh.uuid}
    urls = [reverse("runs:index"), reverse("runs:briefing", kwargs={"key": "small-case"})]
    urls += [
        reverse("runs:act", kwargs=run | {"key": key}) for key in ("compute", "ask_page", "look", "refuse", "agree")
    ]
    urls += [reverse("runs:clock", kwargs=run | {"key": "reply"}), reverse("runs:workspace", kwargs=run)]
    return "".join(client.get(url, follow=True).text for url in urls)


def test_the_truth_is_on_no_page_of_an_open_run(client, play, owner):
    client.force_login(owner)
    play.act("compute", last_day="2026-04-14").act("ask_page").wait()
    client.get(reverse("runs:document", kwargs={"run_uuid": play.run.uuid, "key": "form"}))
    client.get(reverse("runs:document", kwargs={"run_uuid": play.run.uuid, "key": "passport"}))
    shown = pages(client, play)
    assert "FORM-NAME-SHOWN" in shown
    assert [text for text in NEVER if text in shown] == []


def test_a_paper_says_nothing_before_it_is_opened(client, play, owner):
    client.force_login(owner)
    assert "FORM-NAME-SHOWN" not in pages(client, play)
    client.get(reverse("runs:document", kwargs={"run_uuid": play.run.uuid, "key": "form"}))
    assert "FORM-NAME-SHOWN" in pages(client, play)


def test_neither_a_letter_nor_its_paper_is_known_before_it_arrives(client, play, owner):
    client.force_login(owner)
    play.act("ask_page")
    shown = pages(client, play)
    assert "PASSPORT-LETTER-BODY" not in shown
    assert "PASSPORT-NAME-SHOWN" not in shown
    play.wait()
    assert "PASSPORT-LETTER-BODY" in pages(client, play)


def test_the_date_is_not_shown_before_it_was_worked_out(client, play, owner):
    client.force_login(owner)
    desk = reverse("runs:workspace", kwargs={"run_uuid": play.run.uuid})
    assert "Thursday 9 April" not in client.get(desk).text
    play.act("compute", last_day="2026-04-20")
    assert "Thursday 9 April" in client.get(desk).text


def test_safeguards_and_verdicts_wait_for_the_debrief(client, play, owner):
    client.force_login(owner)
    play.act("ask_page")
    shown = pages(client, play)
    assert "1 safeguard" not in shown
    assert "2 safeguards are watched" in shown
    assert "Identity before agreement" not in shown
    assert "They answer on their next office day." not in shown
