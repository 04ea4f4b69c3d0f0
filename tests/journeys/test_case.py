"""Playing "Easter clock": badly, well enough to go back, on two devices, with a stale tab and a double click."""

import re

from playwright.sync_api import Page

from tests.journeys.conftest import PHONE, overflows, violations

WAIT = re.compile("^(Wait until|Stay at the desk)")


def open_case(page: Page) -> str:
    """A run of one's own; the address of its desk."""
    page.goto("/en/cases/easter_clock/")
    page.get_by_role("button", name="Open the case").click()
    page.wait_for_url("**/cases/runs/**")
    return page.url.split("#")[0]


def reply_agreed(page: Page) -> None:
    page.get_by_role("link", name="Reply: agreed").click()
    page.get_by_label("The man as the form describes him").check()
    page.get_by_role("button", name="Do this").click()
    page.wait_for_url(re.compile(r"/runs/[0-9a-f-]+/(#.*)?$"))


def wait_for_the_end(page: Page) -> None:
    for _ in range(40):
        if "/debrief/" in page.url:
            return
        wait = page.get_by_role("button", name=WAIT)
        (wait if wait.count() else page.get_by_role("button", name="End the day")).last.click()
        page.wait_for_load_state()
    raise AssertionError("the case did not end")


def test_agreeing_before_identity_is_a_breach_that_the_debrief_explains_and_lets_one_undo(visit):
    page = visit("trainer")
    desk = open_case(page)
    reply_agreed(page)
    wait_for_the_end(page)
    said = page.locator("main").inner_text()
    assert "Not passed" in said
    assert re.search(r"Breached\s+Nothing is agreed or issued before the identity was compared", said)
    assert "Play on from here" in said
    assert violations(page) == []
    page.get_by_role("button", name="Play on from here").first.click()
    page.wait_for_url("**/cases/runs/**")
    assert page.url.split("#")[0] != desk
    page.get_by_role("link", name="Reply: agreed").wait_for()


def test_a_stale_tab_changes_nothing_and_keeps_what_was_chosen(visit):
    page = visit("coordinator")
    desk = open_case(page)
    stale = page.context.new_page()
    stale.goto(desk)
    stale.get_by_role("link", name="Reply: agreed").click()
    stale.get_by_label("The man as the form describes him").check()
    page.goto(desk)
    reply_agreed(page)
    acts = page.locator("#log li").count()
    stale.get_by_role("button", name="Do this").click()
    stale.wait_for_load_state()
    page.goto(desk)
    assert page.locator("#log li").count() == acts


def test_a_case_is_resumed_on_a_phone_where_it_was_left(visit):
    page = visit("specialist")
    desk = open_case(page)
    page.get_by_role("link", name="Application form").first.click()
    page.wait_for_load_state()
    phone = visit("specialist", viewport=PHONE)
    phone.goto("/en/cases/")
    phone.get_by_role("link", name="Continue the case").click()
    assert phone.url.split("#")[0] == desk
    for pane in ("now", "inbox", "file", "clock", "log"):
        phone.goto(f"{desk}#{pane}")
        assert not overflows(phone)


def test_a_stranger_gets_no_page_of_another_person_s_run(visit):
    desk = open_case(visit("admin"))
    stranger = visit("learner")
    for address in (desk, f"{desk}debrief/", f"{desk}acts/reply_agreed/"):
        assert stranger.goto(address).status == 404
