"""Tests and checks, each part timed, the first failure last on the screen."""

import time

from services import find, need, services
from steps import BIN, PYTHON, Failed, run

STYLE: tuple[tuple[str, list[str]], ...] = (
    ("Format", ["ruff", "format", "--check", "."]),
    ("Lint", ["ruff", "check", "."]),
    ("Import contracts", ["lint-imports"]),
    ("Types", ["mypy", "portal", "courses", "simulations", "specialists_network"]),
    ("Templates", ["djlint", "templates", "--lint", "--quiet"]),
)
WORKERS = ("-n", "2", "--dist", "loadfile")
# Engines and the cases of the library know no database: once is enough.
NO_DATABASE = ("--ignore-glob=*/engine/*", "--ignore-glob=*/test_engine_*", "--ignore=tests/simulations/library")


def test() -> None:
    chromium = find("chromium")
    _pytest("Tests on SQLite", *WORKERS, "-m", "not journey")
    if chromium:
        _pytest("Browser journeys", "-m", "journey", env={"CHROMIUM": chromium})
    else:
        print("\nNo Chromium found: the browser journeys were not run. Install chromium to run them.", flush=True)


def check(*, install: bool) -> None:
    need("postgres", "redis-server", "chromium", "msgfmt", install=install)
    for title, command in STYLE:
        _say(title, [str(BIN / command[0]), *command[1:]])
    _say("Missing migrations", [str(PYTHON), "manage.py", "makemigrations", "--check", "--dry-run"])
    _say("Translation catalogue", [str(PYTHON), "manage.py", "messages", "--check"])
    _pytest("Tests on SQLite", *WORKERS, "-m", "not journey")
    with services() as env:
        _pytest("Tests on PostgreSQL with Redis", *WORKERS, "-m", "not journey", *NO_DATABASE, env=env)
        _pytest("Browser journeys", "-m", "journey", env={**env, "CHROMIUM": str(find("chromium"))})
    print("\nAll checks passed.", flush=True)


def bench(*, install: bool) -> None:
    need("postgres", "redis-server", "chromium", install=install)
    with services() as env:
        _say("Benchmarks", [str(PYTHON), "-m", "tests.bench"], env={**env, "CHROMIUM": str(find("chromium"))})


def _pytest(title: str, *arguments: str, env: dict[str, str] | None = None) -> None:
    _say(title, [str(PYTHON), "-m", "pytest", "-q", *arguments], env=env)


def _say(title: str, command: list[str], env: dict[str, str] | None = None) -> None:
    print(f"\n== {title}", flush=True)
    begun = time.monotonic()
    try:
        run(*command, env=env, show=True)
    except Failed as error:
        raise Failed(f"{title} failed after {time.monotonic() - begun:.0f} s.") from error
    print(f"   {title}: {time.monotonic() - begun:.1f} s", flush=True)
