"""What a signed-in page costs, as a multiple of the bare view in the same run."""

import httpx

from tests.bench.cpu import family, measure, memory_mb
from tests.bench.report import Report
from tests.bench.site import Seeded

LESSON, OTHER = 6.0, 12.0  # times the bare view
MEMORY_MB = 400


def measure_pages(site: Seeded, report: Report) -> None:
    pids = family(site.server)
    with _signed_in(site, "learner") as learner, _signed_in(site, "specialist") as specialist:
        report.line("bare view with session and user", measure(learner, "/en/bare/", pids).cpu_ms, "ms CPU")
        for name, path in site.paths.items():
            who = specialist if "thread" in name else learner
            # Measured again beside each page: what else the machine does changes from minute to minute.
            bare, cost = measure(who, "/en/bare/", pids), measure(who, path, pids)
            target = LESSON if name == "lesson" else OTHER
            report.line(f"{name} ({cost.cpu_ms:.1f} ms CPU)", cost.cpu_ms / bare.cpu_ms, "x bare", at_most=target)
    report.line("memory of the web server", memory_mb(pids), "MB PSS", at_most=MEMORY_MB)


def _signed_in(site: Seeded, role: str) -> httpx.Client:
    return httpx.Client(base_url=site.url, cookies={"sessionid": site.sessions[role]}, timeout=30)
