"""What blocks need from the rooms around them while they are rendered."""

from typing import Any, Protocol

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.blocks import StructValue

Part = dict[str, Any]


class Reader(Protocol):
    """Filled in at publish: the same blocks are also rendered for an author's preview."""

    locale: str

    def prose(self, html: Any) -> SafeString:
        """Sanitised, with every [[value]] replaced by the value of the agreement pack and its mark."""

    def words(self, text: str) -> SafeString:
        """The same for a single line without markup."""

    def provision(self, key: str) -> dict[str, Any]:
        """A provision of law as the citation component wants it."""

    def calendar(self, value: StructValue) -> dict[str, Any]:
        """A month with the days of a legal time limit."""


def html_part(template: str, context: dict[str, Any]) -> list[Part]:
    html = render_to_string(f"courses/catalogue/blocks/{template}.html", context)
    return [{"kind": "html", "html": html.strip()}]
