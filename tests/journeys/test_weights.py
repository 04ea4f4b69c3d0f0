"""What a border post's line has to carry. Sizes as they travel, compressed and with their headers."""

from typing import Any

from playwright.sync_api import Page

KB = 1024


class Scales:
    """Counts what a page takes from the line; what the browser already holds weighs nothing."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.parts: list[int] = []
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", self._arrived)

    def _arrived(self, event: dict[str, Any]) -> None:
        self.parts.append(int(event["encodedDataLength"]))

    def weigh(self, address: str) -> tuple[int, int]:
        """Requests and bytes of one visit."""
        self.parts.clear()
        self.page.goto(address, wait_until="networkidle")
        return len([part for part in self.parts if part]), sum(self.parts)


def first_lesson(page: Page) -> str:
    page.goto("/en/learn/readmission-basics/")
    if (join := page.get_by_role("button", name="Join this course")).count():
        join.click()
    return page.locator(".govuk-task-list__link").first.get_attribute("href") or ""


def test_the_first_lesson_is_light_and_lighter_the_second_time(visit):
    address = first_lesson(visit("learner"))
    scales = Scales(fresh(visit("learner")))
    requests, weight = scales.weigh(address)
    assert requests <= 12
    assert weight <= 120 * KB
    _requests, again = scales.weigh(address)
    assert again <= 25 * KB


def fresh(page: Page) -> Page:
    """The same person on a device that has never been here."""
    state = page.context.storage_state()
    context = page.context.browser.new_context(base_url=page.url.split("/en/")[0], storage_state=state)
    return context.new_page()


def test_the_entrance_is_light(visit):
    requests, weight = Scales(visit()).weigh("/en/account/login/")
    assert requests <= 12
    assert weight <= 60 * KB
