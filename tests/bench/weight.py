"""What the first lesson weighs on the line: bytes as sent, counted by the browser, cold and warm."""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bench.report import Report
from tests.bench.site import Seeded

COLD_KB, COLD_REQUESTS, WARM_KB = 120, 12, 25


@dataclass
class Traffic:
    bytes: int = 0
    requests: int = 0
    foreign: int = 0


def measure_lesson(site: Seeded, report: Report) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        context = browser.new_context()
        context.add_cookies([{"name": "sessionid", "value": site.sessions["learner"], "url": site.url}])
        cold, warm = (_visit(context, site.url + site.paths["lesson"]) for _ in range(2))
        browser.close()
    report.line("cold, bytes", cold.bytes / 1024, "KB", at_most=COLD_KB)
    report.line("cold, requests", cold.requests, "", at_most=COLD_REQUESTS)
    report.line("warm, bytes", warm.bytes / 1024, "KB", at_most=WARM_KB)
    report.line("third parties", cold.foreign + warm.foreign, "", at_most=0)


def _visit(context: BrowserContext, address: str) -> Traffic:
    page, seen = context.new_page(), Traffic()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda event: _count(seen, event["request"]["url"], address))
    wire.on("Network.loadingFinished", lambda event: setattr(seen, "bytes", seen.bytes + event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    page.close()
    return seen


def _count(seen: Traffic, url: str, address: str) -> None:
    seen.requests += 1
    seen.foreign += urlsplit(url).netloc != urlsplit(address).netloc
