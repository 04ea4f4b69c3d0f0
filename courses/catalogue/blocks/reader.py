"""What blocks need from the rooms around them while they are rendered."""

from typing import Any, Protocol

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.blocks import StructValue

from portal.law.api import Provision

Part = dict[str, Any]


class Reader(Protocol):
    """Filled in at publish: the same blocks are also rendered for an author's preview."""

    locale: str

    def prose(self, html: Any) -> SafeString:
        """Sanitised, with every [[value]] replaced by the value of the agreement pack and its mark."""

    def words(self, text: str) -> SafeString:
        """The same for a single line without markup."""

    def provision(self, key: str, block: str = "") -> Provision | None:
        """A provision of the law register; None, and a problem noted, where it has none of this key."""

    def calendar(self, value: StructValue) -> dict[str, Any]:
        """A month with the days of a legal time limit."""


def html_part(template: str, context: dict[str, Any]) -> list[Part]:
    html = render_to_string(f"courses/catalogue/blocks/{template}.html", context)
    return [{"kind": "html", "html": html.strip()}]


def law_of(keys: Any, uuid: str, reader: Reader) -> list[dict[str, str]]:
    """The law behind a question, as it is shown under the feedback."""
    found = [reader.provision(key, uuid) for key in keys]
    return [{"title": law.title, "url": law.source_url, "mark": law.mark} for law in found if law]
