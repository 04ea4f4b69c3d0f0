"""Names that carry a meaning and are written in one place only."""


def _(text: str) -> str:
    """Marks a name for the catalogue; it is translated where it is shown."""
    return text


# The footnote stands in the footer of every page; templates use {% kosovo %}.
KOSOVO = _("Kosovo*")
