"""The demo site with the crowd beside it, served by the real web server."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.site import ROOT, environment, free_port, fresh_database, serve

SETTINGS = "tests.bench.settings"


@dataclass(frozen=True)
class Seeded:
    url: str
    server: int  # process id
    sessions: dict[str, str]  # role -> session key
    paths: dict[str, str]  # what is measured -> address


@contextlib.contextmanager
def seeded(folder: Path, database_url: str) -> Iterator[Seeded]:
    port = free_port()
    env = environment(folder, port, fresh_database(database_url)) | {"DJANGO_SETTINGS_MODULE": SETTINGS}
    for words in (["collectstatic", "--noinput", "-v0"], ["migrate", "-v0"], ["demo", "build"]):
        _python(["manage.py", *words], env)
    seed = json.loads(_python(["-m", "tests.bench.seed"], env).splitlines()[-1])
    server = serve.start(serve.web_command(port), env)
    try:
        serve.wait_until_ready(port, [server])
        yield Seeded(f"http://127.0.0.1:{port}", server.pid, seed["sessions"], seed["paths"])
    finally:
        serve.stop([server])


def _python(words: list[str], env: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout
