"""`make bench`: one run, ratios to a bare view, exits non-zero where a target is missed."""

import os
import sys
import tempfile
from pathlib import Path

from tests.bench import engine, engine_proof, pages, weight
from tests.bench.report import Report
from tests.bench.site import seeded


def main() -> None:
    report = Report()
    engine.measure(report)
    engine_proof.measure(report)
    for name, url in (("SQLite", ""), ("PostgreSQL", os.environ.get("DATABASE_URL", ""))):
        if name == "PostgreSQL" and not url:
            report.missed.append("PostgreSQL was not measured: DATABASE_URL is not set")
            continue
        with tempfile.TemporaryDirectory(prefix="academy-bench-") as folder, seeded(Path(folder), url) as site:
            report.heading(f"Pages on {name}, 2,000 learners and 20,000 enrolments")
            pages.measure_pages(site, report)
            if name == "SQLite":
                report.heading("Weight of the first lesson in Chromium")
                weight.measure_lesson(site, report)
    if report.missed:
        sys.exit("\nMissed: " + "; ".join(report.missed))
    print("\nEvery target is met.")


main()
