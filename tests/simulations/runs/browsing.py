"""Going through a run as a browser does: addresses, the hidden fields of a page, one post after another."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse

from simulations.engine.scenario import Scenario
from simulations.runs.forms.names import part
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


def fields_for(scenario: Scenario, act: str, inputs: dict[str, Any]) -> dict[str, Any]:
    """Inputs of an act as the page names them."""
    kinds = {item.key: item.kind for item in scenario.acts[act].inputs}
    named: dict[str, Any] = {}
    for key, value in inputs.items():
        match kinds[key]:
            case "form" | "table":
                named |= {part(key, row): text for row, text in value.items()}
            case "order":
                named |= {part(key, line): str(number) for number, line in enumerate(value, start=1)}
            case "date":
                year, month, day = value.split("-")
                named |= {f"{key}_day": day, f"{key}_month": month, f"{key}_year": year}
            case _:
                named[key] = value
    return named
