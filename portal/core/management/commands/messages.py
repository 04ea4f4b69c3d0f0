"""Collects the sentences to translate into one catalogue a language; `--check` says whether they are all collected."""

import contextlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils.translation import to_locale

IGNORED = ("tests/*", "node_modules/*", "assets/*", "var/*", ".venv/*", "portal/machine/*", "*/migrations/*")


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing, fail where a sentence is missing")

    def handle(self, *, check: bool, **options: Any) -> None:
        before = {path: path.read_bytes() for path in catalogues()}
        old = {path: _sentences(path) for path in before}
        with contextlib.chdir(settings.BASE_DIR):
            call_command(
                "makemessages",
                locale=[to_locale(code) for code, _ in settings.LANGUAGES if code != "en"],
                ignore_patterns=list(IGNORED),
                no_location=True,
                no_wrap=True,
                no_obsolete=True,
                extensions=["html", "txt", "py"],
                verbosity=0,
            )
        new = {path: _sentences(path) for path in catalogues()}
        for path, body in before.items():
            # The date in the head alone is no change.
            if check or new[path] == old.get(path):
                path.write_bytes(body)
        if check and new != old:
            changed = sorted({name for path in new for name in new[path] ^ old.get(path, set())})
            raise CommandError("Run `make messages`: not collected yet, or gone:\n" + "\n".join(changed[:20]))


def catalogues() -> list[Path]:
    return sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))


def _sentences(path: Path) -> set[str]:
    return {f"{entry.msgctxt or ''}|{entry.msgid}" for entry in polib.pofile(str(path))}
