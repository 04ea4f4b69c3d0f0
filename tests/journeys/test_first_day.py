"""An official's first day, on a phone: invited, learns, is tested, gets a certificate anyone can check."""

import re

from tests.journeys.conftest import PHONE, violations
from tests.journeys.steps import accept, answer_by_key, finish_lesson, invite

PASSWORD = "bridge over still water"
LESSONS, QUESTIONS = 9, 15


def test_from_the_invitation_to_a_certificate_that_a_stranger_can_check(visit):
    link = invite(
        visit("coordinator"),
        email="mira.novak@example.org",
        name="Mira Novak",
        institution="Ministry of the Interior",
        place="Serbia",
    )
    page = visit(viewport=PHONE)
    accept(page, link, PASSWORD)
    page.get_by_role("heading", name=re.compile("Mira")).wait_for()
    learn(page)
    pass_the_test(page)
    page.get_by_role("link", name="Open my certificate").click()
    serial = re.search(r"RA-[\w-]+", page.locator("main").inner_text()).group(0)
    stranger = visit()
    assert stranger.goto(f"/c/{serial}/").status == 200
    said = stranger.locator("main").inner_text()
    assert "Valid" in said
    assert "M. N." in said
    assert "Novak" not in said
    assert violations(stranger) == []


def test_the_same_day_without_javascript(visit):
    link = invite(
        visit("coordinator"),
        email="vera.novak@example.org",
        name="Vera Novak",
        institution="Ministry of the Interior",
        place="Serbia",
    )
    page = visit(java_script_enabled=False)
    accept(page, link, PASSWORD)
    learn(page)
    pass_the_test(page)
    assert "Passed, 100\u00a0%" in page.locator("main").inner_text()


def test_a_used_link_says_what_to_do(visit):
    link = invite(
        visit("coordinator"),
        email="dora.novak@example.org",
        name="Dora Novak",
        institution="Ministry of the Interior",
        place="Serbia",
    )
    accept(visit(), link, PASSWORD)
    again = visit()
    again.goto(link)
    assert again.locator("h1").inner_text() == "This invitation has been accepted"
    again.get_by_role("link", name="Sign in").wait_for()


def learn(page) -> None:
    page.goto("/en/learn/readmission-basics/")
    page.get_by_role("button", name="Join this course").click()
    page.get_by_role("link", name="Start", exact=True).click()
    for _ in range(LESSONS):
        finish_lesson(page)


def pass_the_test(page) -> None:
    page.get_by_role("button", name="Start the test").click()
    for n in range(1, QUESTIONS + 1):
        page.wait_for_url(f"**/{n}/")
        answer_by_key(page)
        page.locator("main form button[type=submit]").first.click()
    page.get_by_role("button", name="Hand in the test").click()
    page.get_by_text("Passed, 100 %").wait_for()
