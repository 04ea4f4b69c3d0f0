"""Writes a day table for a person to confirm. Cases freeze the file, so a new library never moves an old date."""

from __future__ import annotations

from argparse import ArgumentParser
from importlib.metadata import version
from typing import Any

import holidays
from django.core.management.base import BaseCommand, CommandError

from simulations.agreements.engine.calendars import table_as_yaml
from simulations.agreements.engine.shelf import ROOM


class Command(BaseCommand):
    help = "Seed simulations/agreements/calendars/<code>-<year>.yaml from public holidays, to be confirmed by a person."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("jurisdiction", help="ISO code, XK for Kosovo*")
        parser.add_argument("year", type=int)
        parser.add_argument("--replace", action="store_true", help="overwrite a file that exists")

    def handle(self, *args: Any, **options: Any) -> None:
        code, year = options["jurisdiction"].upper(), options["year"]
        path = ROOM / "calendars" / f"{code.lower()}-{year}.yaml"
        if path.exists() and not options["replace"]:
            raise CommandError(f"{path.name} exists; a person may have confirmed it. Use --replace to start again.")
        try:
            closed = holidays.country_holidays(code, years=[year], language="en_US")
        except NotImplementedError:
            raise CommandError(f"No public holidays are known for {code}.") from None
        seeded_with = f"holidays {version('holidays')}"
        path.write_text(table_as_yaml(code, year, dict(closed), seeded_with=seeded_with), encoding="utf-8")
        self.stdout.write(f"Wrote {path.name}: {len(closed)} closed days, not confirmed yet.")
