"""Every page a person can reach by links: there, readable by a machine, and no wider than a small phone."""

import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import overflows, violations

SMALL_PHONE = {"width": 320, "height": 640}
# One of each kind of page is enough: identifiers, numbers and what follows a question mark do not make a new kind.
KIND = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/)"
    r"|(?<=/law/agreements/)[a-z-]+(?=/)|(?<=/law/calendars/)[a-z-]+(?=/)|(?<=/)[a-z_]+(?=/(?:confirm|take-back)/)"
)
NOT_A_PAGE = re.compile(
    r"/(admin|media|static|documents)/|/logout/|/language/|/invitation/|\.(pdf|zip|json|csv|ics)$|/download"
)
MOST = 60


def reachable(page: Page, start: str) -> Iterator[tuple[str, int]]:
    """Opens each kind of page once, breadth first, in the language of the start."""
    waiting, seen = [start], {start}
    while waiting and len(seen) <= MOST:
        address = waiting.pop(0)
        answer = page.goto(address)
        yield address, answer.status if answer else 0
        # A link in a drawing keeps its address in an object of its own.
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href.baseVal ?? link.href)"):
            path = urlsplit(urldefrag(link)[0]).path
            kind = KIND.sub("…", path)
            is_ours = link.startswith(page.url.split("/", 3)[0]) and urlsplit(link).netloc == urlsplit(page.url).netloc
            if is_ours and path.startswith(start) and kind not in seen and not NOT_A_PAGE.search(path):
                seen.add(kind)
                waiting.append(path)


def said_of_the_content_policy(page: Page) -> list[str]:
    """Grows while pages are walked."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if "Content Security Policy" in message.text else None)
    return said


@pytest.mark.parametrize(
    ("role", "scheme"),
    [("learner", "light"), ("learner", "dark"), ("trainer", "light"), ("specialist", "dark"), ("coordinator", "light")],
)
def test_every_page_is_there_readable_keeps_the_content_policy_and_fits_a_small_phone(visit, role, scheme):
    page = visit(role, viewport=SMALL_PHONE, color_scheme=scheme)
    troubles = said_of_the_content_policy(page)
    for address, status in reachable(page, "/en/"):
        found = [f"status {status}"] if status != 200 else []
        found += violations(page)
        found += ["wider than the screen"] if overflows(page) else []
        found += [f"{count} main headings"] if (count := page.locator("h1").count()) != 1 else []
        troubles += [f"{address}: {trouble}" for trouble in found]
    assert troubles == []


def test_albanian_whose_words_are_longer_fits_a_small_phone_too(visit):
    page = visit("learner", viewport=SMALL_PHONE)
    assert [address for address, _status in reachable(page, "/sq/") if overflows(page)] == []
