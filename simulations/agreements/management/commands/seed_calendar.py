"""Writes a day table for a person to confirm. Cases freeze the file, so a new library never moves an old date."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from simulations.agreements.engine import library_days as library
from simulations.agreements.engine.calendars import read_table, table_as_yaml
from simulations.agreements.engine.comparison import differences
from simulations.agreements.engine.shelf import ROOM

NOTES = {
    "AT": {
        "en": "Days of one province, and those of one church, are not in this table.",
        "sq": "Ditët e një krahine dhe ato të një kishe nuk janë në këtë tabelë.",
    },
    "BA": {
        "en": "Only the days that hold in the whole State; each entity and the Brčko District has a table of its own.",
        "sq": "Vetëm ditët që vlejnë në tërë shtetin; çdo entitet dhe Distrikti i Brçkos ka tabelën e vet.",
    },
    "CH": {
        "en": "Only the days that hold in the whole Confederation; every canton closes on more.",
        "sq": "Vetëm ditët që vlejnë në tërë Konfederatën; çdo kanton mbyllet në më shumë ditë.",
    },
    "DE": {
        "en": "Only the days that hold in every Land; each Land has more.",
        "sq": "Vetëm ditët që vlejnë në çdo land; çdo land ka më shumë.",
    },
    "FR": {
        "en": "Without the further days of Alsace and Moselle and of the overseas territories.",
        "sq": "Pa ditët e tjera të Alzasës e Mozelës dhe të territoreve përtej detit.",
    },
    "IT": {
        "en": "Without the days of each city’s patron saint.",
        "sq": "Pa ditët e shenjtit mbrojtës të çdo qyteti.",
    },
    "ME": {
        "en": "Days that are free for members of one religious community only stand apart.",
        "sq": "Ditët e lira vetëm për pjesëtarët e një bashkësie fetare qëndrojnë më vete.",
    },
    "MK": {
        "en": "Days that are free for members of one community only stand apart.",
        "sq": "Ditët e lira vetëm për pjesëtarët e një bashkësie qëndrojnë më vete.",
    },
    "SE": {
        "en": "Without the eves on which most offices are closed though the law does not say so.",
        "sq": "Pa ditët para festave, kur shumica e zyrave mbyllen edhe pse ligji nuk e thotë.",
    },
}


class Command(BaseCommand):
    help = "Seed simulations/agreements/calendars/<code>-<year>.yaml from public holidays, to be confirmed by a person."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("jurisdiction", nargs="?", help="ISO code, XK for Kosovo*, BA-FBiH, BA-RS or BA-BRC")
        parser.add_argument("year", nargs="?", type=int)
        parser.add_argument("--replace", action="store_true", help="overwrite a file that exists")
        parser.add_argument(
            "--compare", action="store_true", help="write nothing; name each day on which files and library differ"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["compare"]:
            self._compare(options["jurisdiction"])
        elif options["jurisdiction"] and options["year"]:
            self._seed(options["jurisdiction"], options["year"], replace=options["replace"])
        else:
            raise CommandError("Name a jurisdiction and a year, or ask with --compare.")

    def _seed(self, code: str, year: int, *, replace: bool) -> None:
        code = code if code in library.PARTS else code.upper()
        path = ROOM / "calendars" / f"{code.lower()}-{year}.yaml"
        if path.exists() and not replace:
            raise CommandError(f"{path.name} exists; a person may have confirmed it. Use --replace to start again.")
        try:
            days = library.library_days(code, year)
        except library.NoSuchLibrary:
            raise CommandError(f"No public holidays are known for {code}.") from None
        seeded_with, note = library.seeded_with(), NOTES.get(code, {})
        written = table_as_yaml(code, year, days.closed, seeded_with=seeded_with, also=days.also, note=note)
        path.write_text(written, encoding="utf-8")
        self.stdout.write(f"Wrote {path.name}: {len(days.closed)} closed days, not confirmed yet.")

    def _compare(self, only: str | None) -> None:
        found = 0
        for path in sorted((ROOM / "calendars").glob("*.yaml")):
            year = read_table(path)
            if only and year.table.jurisdiction != only:
                continue
            for line in differences(year, library.library_days(year.table.jurisdiction, year.year)):
                found += 1
                self.stdout.write(f"{path.name}: {line}")
        self.stdout.write(f"{found} differences from {library.seeded_with()}.")
        if found:
            sys.exit(1)
