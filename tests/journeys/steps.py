"""What people do, in their words; journeys are told with these."""

import re

import yaml
from playwright.sync_api import Locator, Page

from tests.journeys.site import ROOT

LIBRARY = ROOT / "courses" / "library" / "readmission-basics"
LINK = re.compile(r"http://\S+/account/invitation/[\w-]+/")


def invite(page: Page, *, email: str, name: str, institution: str, place: str) -> str:
    """As a coordinator: pastes one line, confirms it, and reads the link in the mail."""
    page.goto("/en/account/invitations/new/")
    page.get_by_label("Where these people work").select_option(label=place)
    page.get_by_label("People", exact=True).fill(f"{email}, {name}, {institution}, en")
    page.get_by_role("button", name="Check the lines").click()
    page.get_by_role("button", name="Send 1 invitation").click()
    page.get_by_text("1 person is invited.").wait_for()
    return link_for(page, email)


def link_for(page: Page, email: str) -> str:
    page.goto("/en/account/outbox/")
    mail = page.locator("main").inner_text().split(email, 1)[1]
    found = LINK.search(mail)
    assert found, f"no link in the mail to {email}"
    return found.group(0)


def accept(page: Page, link: str, password: str) -> None:
    """The four short screens."""
    page.goto(link)
    page.get_by_role("button", name="Accept and continue").click()
    for _ in range(2):
        page.get_by_role("button", name="Continue", exact=True).click()
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Begin").click()


def finish_lesson(page: Page) -> None:
    """Answers what is asked on the way, then ticks the lesson and goes on."""
    check = page.get_by_role("button", name="Check", exact=True)
    for _ in range(check.count()):
        form = page.locator("form").filter(has=check).first
        _answer_anything(form)
        form.get_by_role("button", name="Check", exact=True).click()
        page.wait_for_load_state()
    page.get_by_role("button", name=re.compile("^Done")).click()


def _answer_anything(form: Locator) -> None:
    choices = form.locator("input[type=radio], input[type=checkbox]")
    if choices.count():
        choices.first.check()
    for n in range(form.locator("select").count()):
        select = form.locator("select").nth(n)
        select.select_option(index=min(n + 1, select.locator("option").count() - 1))


def answer_by_key(page: Page) -> None:
    """One screen of the final test, answered right with the key that the library holds."""
    said = page.locator("main").inner_text()
    question = next(q for q in _test() if q["en"]["stem"].strip()[:60] in said)
    words, form = question["en"], page.locator("main form").last
    if question["type"] in {"single", "multiple", "true_false"}:
        for n in range(form.locator("input[type=radio], input[type=checkbox]").count()):
            choice = form.locator("input[type=radio], input[type=checkbox]").nth(n)
            if choice.get_attribute("value") in question["correct"]:
                choice.check()
    elif question["type"] == "matching":
        for left, right in question["pairs"].items():
            form.get_by_label(_start(words["left"][left])).select_option(value=right)
    else:
        for place, item in enumerate(question["order"], start=1):
            form.get_by_label(_start(words["items"][item])).select_option(value=str(place))


def _start(text: str) -> re.Pattern[str]:
    return re.compile("^" + re.escape(text.strip()[:40]))


def _test() -> list[dict]:
    return yaml.safe_load((LIBRARY / "test.yaml").read_text())["questions"]
