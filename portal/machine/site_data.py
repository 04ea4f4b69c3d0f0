"""The demo site: made under another name and moved into place last, so a killed run leaves nothing half made."""

import os
import secrets
import shutil
import sqlite3
from pathlib import Path

from steps import PYTHON, ROOT, VAR, digest, is_stamped, put_stamp, run, step

AREAS = ("portal", "courses", "simulations", "specialists_network")


def secret_key() -> str:
    path = VAR / "secret-key"
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text()


def migrations_digest() -> str:
    files = [path for area in AREAS for path in (ROOT / area).rglob("migrations/[0-9]*.py")]
    return digest([*files, ROOT / "requirements" / "base.txt"])


def demo_ready() -> None:
    wanted, stamp = migrations_digest(), VAR / "database.stamp"
    if not (VAR / "db.sqlite3").exists():
        _build()
    elif not is_stamped(stamp, wanted):
        with step("Bringing the database up to date"):
            run(PYTHON, "manage.py", "migrate", "-v0")
    put_stamp(stamp, wanted)


def _build() -> None:
    growing = VAR / "growing"
    shutil.rmtree(growing, ignore_errors=True)
    growing.mkdir(parents=True)
    env = {"VAR_DIR": str(growing), "DATABASE_URL": "", "REDIS_URL": "", "CELERY_TASK_ALWAYS_EAGER": "1"}
    with step("Making the database"):
        run(PYTHON, "manage.py", "migrate", "-v0", env=env)
    with step("Filling the demo site"):
        run(PYTHON, "manage.py", "demo", "build", env=env)
    with step("Moving it into place"):
        with sqlite3.connect(growing / "db.sqlite3") as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        _move(growing)


def _move(growing: Path) -> None:
    """The database last: it is what a second start looks for."""
    for name in ("media", "demo-accounts.json", "db.sqlite3"):
        source, target = growing / name, VAR / name
        if not source.exists():
            continue
        if target.is_dir():
            shutil.rmtree(target)
        os.replace(source, target)
    shutil.rmtree(growing, ignore_errors=True)
