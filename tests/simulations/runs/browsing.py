"""Going through a run as a browser does: addresses, the hidden fields of a page, one post after another."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.factories.simulations import Player


def hidden(page: str) -> dict[str, str]:
    """The two fields every act carries: what the page saw, and the key of the click."""
    values = dict(re.findall(r'<input type="hidden" name="(seq|key)" value="([^"]*)"', page))
    return {"seq": values["seq"], "key": values["key"]}


@dataclass
class Tab:
    """One open page of an act."""

    client: Client
    player: Player
    act: str
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return address(self.player, "act", key=self.act)

    def open(self) -> str:
        page = self.client.get(self.url).text
        self.fields = hidden(page)
        return page

    def press(self, do: str = "", **typed: Any) -> Any:
        """Sends the page; `do` is the button. Whoever has not opened it opens it first."""
        if not self.fields:
            self.open()
        return self.client.post(self.url, {**self.fields, **typed, **({"do": do} if do else {})})


def address(player: Player, name: str = "workspace", **parts: Any) -> str:
    return reverse(f"runs:{name}", kwargs={"run_uuid": player.run.uuid, **parts})
