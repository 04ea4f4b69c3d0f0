"""The one script of the site, in a browser of its own: no server, every answer is given by the test."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.journeys.site import ROOT

SCRIPT = ROOT / "assets" / "dist" / "academy.js"
FRAME = '<!doctype html><html lang="en"><title>Page</title><script type="module" src="/academy.js"></script>{}'


class Answers:
    """Serves one page and the script; counts what is sent."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.sent: list[str] = []
        self.reply: tuple[int, str] = (204, "")

    def __call__(self, route: Route) -> None:
        request = route.request
        if request.url.endswith("/academy.js"):
            route.fulfill(path=SCRIPT, content_type="text/javascript")
        elif request.method == "GET" and request.url.endswith("/page/"):
            route.fulfill(body=FRAME.format(self.body), content_type="text/html")
        elif request.url.endswith("/down/"):
            self.sent.append("down")
            route.abort()
        else:
            self.sent.append(request.post_data or request.method)
            route.fulfill(status=self.reply[0], body=self.reply[1])


@pytest.fixture
def open_page(browser: Browser) -> Callable[[str], tuple[Page, Answers]]:
    def open_page(body: str) -> tuple[Page, Answers]:
        answers = Answers(body)
        page = browser.new_page()
        page.route("http://academy.test/**", answers)
        page.goto("http://academy.test/page/")
        return page, answers

    return open_page


def test_a_second_click_sends_nothing(open_page):
    page, answers = open_page(
        '<form data-once method="post" action="/take/"><button name="a" value="1">Take</button></form>'
    )
    page.evaluate("document.querySelectorAll('button').forEach((button) => { button.click(); button.click(); })")
    page.wait_for_timeout(300)
    assert answers.sent == ["a=1"]
    assert page.locator("button").get_attribute("aria-disabled") == "true"


def test_the_error_summary_takes_focus_and_leads_to_the_field(open_page):
    page, _answers = open_page(
        '<div class="govuk-error-summary" tabindex="-1"><a href="#place">Fill in: Place</a></div>'
        '<label for="place">Place</label><input id="place">'
    )
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.get_by_role("link").click()
    assert page.evaluate("document.activeElement.id") == "place"


def test_escape_closes_the_menu_and_gives_the_focus_back(open_page):
    page, _answers = open_page('<details data-menu open><summary>English</summary><a href="#x">Shqip</a></details>')
    page.get_by_role("link").focus()
    page.keyboard.press("Escape")
    assert page.locator("details").get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


WORDS = '<span data-saved-words data-saved="Saved" data-saving="Saving" data-waiting="Not saved yet" hidden></span>'


def test_what_is_typed_is_saved_and_said(open_page):
    page, answers = open_page(f'<form data-autosave="/save/">{WORDS}<input name="answer" aria-label="Answer"></form>')
    page.get_by_label("Answer").type("11 April")
    page.get_by_text("Saved", exact=True).wait_for()
    assert len(answers.sent) == 1
    assert "11 April" in answers.sent[0]


def test_a_broken_line_is_said_and_keeps_what_was_typed(open_page):
    page, _answers = open_page(f'<form data-autosave="/down/">{WORDS}<input name="answer" aria-label="Answer"></form>')
    page.get_by_label("Answer").type("11 April")
    page.get_by_text("Not saved yet").wait_for()
    assert page.get_by_label("Answer").input_value() == "11 April"


def test_a_fragment_is_renewed_until_nothing_will_come_any_more(open_page):
    page, answers = open_page('<div data-poll="/fragment/" data-poll-every="5">waiting</div>')
    answers.reply = (200, "<p>Germany answered</p>")
    page.get_by_text("Germany answered").wait_for(timeout=8000)
    answers.reply = (410, "")
    page.wait_for_timeout(11_000)
    assert answers.sent == ["GET", "GET"]
