"""What a signed-in page costs, as a multiple of the bare view in the same run."""

import httpx

from tests.bench.cpu import compare, family, memory_mb
from tests.bench.report import Report
from tests.bench.site import Seeded

LESSON, OTHER = 6.0, 12.0  # times the bare view
MEMORY_MB = 400


def measure_pages(site: Seeded, report: Report) -> None:
    pids = family(site.server)
    with _signed_in(site, "learner") as learner, _signed_in(site, "specialist") as specialist:
        for name, path in site.paths.items():
            bare, cost = compare(specialist if "thread" in name else learner, ["/en/bare/", path], pids)
            target = LESSON if name == "lesson" else OTHER
            words = f"{name} ({cost.cpu_ms:.1f} ms CPU, bare {bare.cpu_ms:.2f})"
            report.line(words, cost.cpu_ms / bare.cpu_ms, "x bare", at_most=target)
    report.line("memory of the web server", memory_mb(pids), "MB PSS", at_most=MEMORY_MB)


def _signed_in(site: Seeded, role: str) -> httpx.Client:
    return httpx.Client(base_url=site.url, cookies={"sessionid": site.sessions[role]}, timeout=30)
