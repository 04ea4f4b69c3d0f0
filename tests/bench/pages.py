"""What a signed-in page costs, as a multiple of the bare view in the same run."""

import httpx

from tests.bench.cpu import family, measure, memory_mb
from tests.bench.report import Report
from tests.bench.site import Seeded

LESSON, OTHER = 6.0, 12.0  # times the bare view
MEMORY_MB = 400


def measure_pages(site: Seeded, report: Report) -> None:
    pids = family(site.server)
    cookies = {"sessionid": site.sessions["specialist"]}
    with httpx.Client(base_url=site.url, cookies={"sessionid": site.sessions["learner"]}, timeout=30) as learner:
        bare = measure(learner, "/en/bare/", pids)
        report.line("bare view with session and user", bare.cpu_ms, "ms CPU")
        for name, path in site.paths.items():
            who = httpx.Client(base_url=site.url, cookies=cookies, timeout=30) if "thread" in name else learner
            cost = measure(who, path, pids)
            target = LESSON if name == "lesson" else OTHER
            report.line(f"{name} ({cost.cpu_ms:.1f} ms CPU)", cost.cpu_ms / bare.cpu_ms, "x bare", at_most=target)
    report.line("memory of the web server", memory_mb(pids), "MB PSS", at_most=MEMORY_MB)
