"""Real parts for tests: PostgreSQL, Redis, Chromium; found, or installed where asked, and started here."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from steps import Failed, run, step

PACKAGES = {"postgres": "postgresql", "redis-server": "redis-server", "chromium": "chromium", "msgfmt": "gettext"}
POSTGRES_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin")


def find(program: str) -> str | None:
    if program == "postgres":
        # initdb has to be of the same installation.
        places = [path for pattern in POSTGRES_PLACES for path in sorted(Path("/").glob(pattern[1:]), reverse=True)]
        both = (place for place in places if (place / "postgres").exists() and (place / "initdb").exists())
        return next((str(place / "postgres") for place in both), None)
    if program == "chromium":
        names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        return next((path for name in names if (path := shutil.which(name))), None)
    return shutil.which(program)


def need(*programs: str, install: bool) -> None:
    missing = [program for program in programs if not find(program)]
    if not missing:
        return
    packages = [PACKAGES[program] for program in missing]
    if not install:
        raise Failed(f"Missing: {', '.join(missing)}. Install them, for example: apt-get install {' '.join(packages)}")
    with step(f"Installing {', '.join(packages)}"):
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        env = {"DEBIAN_FRONTEND": "noninteractive"}
        run(*sudo, "apt-get", "update", "-qq", env=env)
        run(*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, "fonts-noto-core", env=env)
    if still := [program for program in programs if not find(program)]:
        raise Failed(f"Could not install {', '.join(still)}.")


@contextlib.contextmanager
def services() -> Iterator[dict[str, str]]:
    """PostgreSQL and Redis in a folder of their own on free ports; yields the environment that points at them."""
    folder = Path(tempfile.mkdtemp(prefix="academy-services-"))
    folder.chmod(0o755)
    children: list[subprocess.Popen[bytes]] = []
    try:
        with step("Starting PostgreSQL and Redis"):
            postgres, redis = _free_port(), _free_port()
            children.append(_start_postgres(folder / "postgres", postgres))
            children.append(_start_redis(folder, redis))
            for port in (postgres, redis):
                _wait_for(port)
            _wait_for_postgres(folder / "postgres", postgres)
        yield {
            "DATABASE_URL": f"postgres://academy@127.0.0.1:{postgres}/postgres",
            "REDIS_URL": f"redis://127.0.0.1:{redis}/0",
        }
    finally:
        for child in children:
            child.terminate()
        for child in children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(10)
            child.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _start_postgres(data: Path, port: int) -> subprocess.Popen[bytes]:
    postgres = find("postgres")
    if postgres is None:
        raise Failed("PostgreSQL is missing. Install it, for example: apt-get install postgresql")
    data.mkdir()
    # It refuses to run as root, rightly.
    user = _unprivileged_user() if os.geteuid() == 0 else None
    if user:
        shutil.chown(data, user)
    initdb = str(Path(postgres).with_name("initdb"))
    made = subprocess.run(
        [initdb, "-D", str(data), "-U", "academy", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
        user=user, cwd="/", capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise Failed(f"PostgreSQL could not be set up.\n{made.stderr.strip()}")
    return subprocess.Popen(
        [postgres, "-D", str(data), "-p", str(port), "-h", "127.0.0.1", "-k", str(data), "-c", "fsync=off"],
        user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _unprivileged_user() -> str:
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise Failed("PostgreSQL does not run as root and no other user was found. Add one named postgres.")


def _start_redis(folder: Path, port: int) -> subprocess.Popen[bytes]:
    redis = find("redis-server")
    if redis is None:
        raise Failed("Redis is missing. Install it, for example: apt-get install redis-server")
    return subprocess.Popen(
        [redis, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise Failed(f"A service did not answer on port {port} within 30 seconds.")


def _wait_for_postgres(data: Path, port: int) -> None:
    """It opens its port before it takes questions."""
    ready = str(Path(str(find("postgres"))).with_name("pg_isready"))
    for _ in range(100):
        if subprocess.run([ready, "-q", "-h", "127.0.0.1", "-p", str(port)], check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise Failed("PostgreSQL did not become ready.")
