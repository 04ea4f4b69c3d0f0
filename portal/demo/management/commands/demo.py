import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.demo.rooms import builders


class Command(BaseCommand):
    help = "Fills the demo site through the services of each room. Repeating it changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=["build"])

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is not a demo site: DEMO is off.")
        for room, build in builders():
            begun = time.monotonic()
            build()
            self.stdout.write(f"  {room:<32} {time.monotonic() - begun:5.1f} s")
