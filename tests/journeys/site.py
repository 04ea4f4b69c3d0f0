"""A whole site for the browser: demo data, real web server, real worker; PostgreSQL and Redis where they are given."""

import contextlib
import itertools
import json
import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg2

NUMBERS = itertools.count(1)
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "portal" / "machine"))

import serve  # noqa: E402


@dataclass(frozen=True)
class Site:
    url: str
    folder: Path
    env: dict[str, str]

    def account(self, role: str) -> dict[str, str]:
        return json.loads((self.folder / "demo-accounts.json").read_text())[role]

    def manage(self, *words: str) -> str:
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, **self.env}, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextlib.contextmanager
def running(folder: Path, **settings: str) -> Iterator[Site]:
    port = free_port()
    env = environment(folder, port, fresh_database(os.environ.get("DATABASE_URL", ""))) | settings
    site = Site(f"http://127.0.0.1:{port}", folder, env)
    for words in (("collectstatic", "--noinput", "-v0"), ("migrate", "-v0"), ("demo", "build")):
        site.manage(*words)
    children: list[subprocess.Popen[bytes]] = []
    try:
        children += [serve.start(command, env) for command in (serve.web_command(port), serve.worker_command())]
        serve.wait_until_ready(port, children)
        yield site
    finally:
        serve.stop(children)


def environment(folder: Path, port: int, database_url: str) -> dict[str, str]:
    return {
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "BASE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": database_url,
        "REDIS_URL": _redis_of_its_own(os.environ.get("REDIS_URL", "")),
    }


def _redis_of_its_own(url: str) -> str:
    """Another numbered database for each site, so that no worker takes the tasks of the other."""
    return f"{url.rsplit('/', 1)[0]}/{next(NUMBERS)}" if url else ""


def fresh_database(url: str) -> str:
    """On a PostgreSQL server a database of our own beside the one named; on SQLite the default file in the folder."""
    if not url:
        return ""
    name = f"academy_journeys_{secrets.token_hex(6)}"
    with contextlib.closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}"')
    return url.rsplit("/", 1)[0] + "/" + name


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
