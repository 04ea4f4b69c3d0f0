"""A test database that is migrated once: later runs and other workers copy it.

The template's name is a digest of all migrations, so a changed migration makes a new one.
"""

import fcntl
import hashlib
import os
import shutil
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

CACHE = Path(os.environ.get("TEST_DATABASE_CACHE", settings.VAR_DIR / "test-databases"))


def digest() -> str:
    files = [path for app in apps.get_app_configs() for path in sorted(Path(app.path).glob("register.yaml"))] + [
        path for app in apps.get_app_configs() for path in sorted((Path(app.path) / "migrations").glob("[0-9]*.py"))
    ]
    body = hashlib.sha256()
    for path in files:
        body.update(path.name.encode() + path.read_bytes())
    return body.hexdigest()[:16]


def prepare(worker: str) -> None:
    """Points the default connection at a fresh copy of the migrated template."""
    CACHE.mkdir(parents=True, exist_ok=True)
    name = f"{digest()}-{worker}-{os.getpid()}"
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        (_prepare_sqlite if connection.vendor == "sqlite" else _prepare_postgres)(name)


def restore() -> None:
    """Fresh copy again, after a test that committed."""
    name = connection.settings_dict["NAME"]
    connection.close()
    if connection.vendor == "sqlite":
        shutil.copyfile(CACHE / f"{digest()}.sqlite3", name)
        return
    _copy_postgres(name)
    _use(name)


def drop() -> None:
    name = connection.settings_dict["NAME"]
    connection.close()
    if connection.vendor == "sqlite":
        for path in Path(name).parent.glob(Path(name).name + "*"):
            path.unlink()
    else:
        _on_server(f'DROP DATABASE IF EXISTS "{name}"')


def _use(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _prepare_sqlite(name: str) -> None:
    template = CACHE / f"{digest()}.sqlite3"
    if not template.exists():
        growing = CACHE / f"growing-{name}.sqlite3"
        _use(str(growing))
        call_command("migrate", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        growing.rename(template)
    copy = CACHE / f"{name}.sqlite3"
    shutil.copyfile(template, copy)
    _use(str(copy))


def _prepare_postgres(name: str) -> None:
    template = f"academy_template_{digest()}"
    if not _on_server("SELECT 1 FROM pg_database WHERE datname = %s", template):
        growing = f"academy_growing_{os.getpid()}"
        _on_server(f'DROP DATABASE IF EXISTS "{growing}"')
        _on_server(f'CREATE DATABASE "{growing}"')
        _use(growing)
        call_command("migrate", verbosity=0)
        connection.close()
        _on_server(f'ALTER DATABASE "{growing}" RENAME TO "{template}"')
    copy = f"academy_test_{name}"
    _copy_postgres(copy)
    _use(copy)


def _copy_postgres(copy: str) -> None:
    _on_server(f'DROP DATABASE IF EXISTS "{copy}"')
    _on_server(f'CREATE DATABASE "{copy}" TEMPLATE "academy_template_{digest()}"')


def _on_server(statement: str, *params: str) -> list[tuple[object, ...]]:
    """Runs one statement beside all test databases; CREATE DATABASE wants no transaction."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement, params or None)
        return cursor.fetchall() if cursor.description else []
