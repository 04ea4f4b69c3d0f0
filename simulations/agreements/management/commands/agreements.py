"""Questions about the packs from the command line."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from simulations.agreements import queries
from simulations.agreements.registry import Citation
from simulations.engine.tokens import TokenUnknown


class Command(BaseCommand):
    help = "List what a changed agreement pack, or one value of it, touches."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, parser_class=ArgumentParser)
        touches = verbs.add_parser("touches", help="every case and lesson that rests on it")
        touches.add_argument("name", metavar="PACK[.VALUE]", help="such as eu-serbia or eu-serbia.reply")
        touches.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = queries.touched_by(options["name"])
        except TokenUnknown:
            raise CommandError(f"No pack and no value is called {options['name']}.") from None
        if options["json"]:
            rows = [{"token": c.token, "kind": c.kind, "name": c.name, "where": c.where} for c in found]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            self._tell(options["name"], found)

    def _tell(self, name: str, found: tuple[Citation, ...]) -> None:
        for one in found:
            self.stdout.write(f"{one.kind} {one.name}: {one.where} rests on {one.token}")
        things = len({(one.kind, one.name) for one in found})
        self.stdout.write(f"{name} touches {things} cases and lessons in {len(found)} places.")
