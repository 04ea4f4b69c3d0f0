"""How the parts of an input are named in a page's form."""

ROW = "__"


def part(item: str, key: str) -> str:
    """One row, field or option of an input."""
    return f"{item}{ROW}{key}"
