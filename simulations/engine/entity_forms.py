"""Forms read from their place in the file."""

from __future__ import annotations

from collections.abc import Mapping

from simulations.engine.folding import COMPARISONS
from simulations.engine.forms import KINDS, Form, FormField
from simulations.engine.reader import Place
from simulations.engine.text import Text

MOST_FIELDS = 60


def form(key: str, place: Place) -> Form:
    place.only("title", "blocks", "fields")
    blocks = place.get("blocks").each(_words)
    fields = place.get("fields").each(field)
    for name, item in fields.items():
        _in_block(place.get("fields").get(name), item, blocks)
    if not 0 < len(fields) <= MOST_FIELDS:
        place.get("fields").problem("too_many" if fields else "missing", f"a form has 1 to {MOST_FIELDS} fields")
    return Form(key, place.get("title").text(required=True), blocks, fields)


def _words(_: str, place: Place) -> Text:
    return place.text(required=True)


def _in_block(place: Place, item: FormField, blocks: Mapping[str, Text]) -> None:
    if item.block and item.block not in blocks:
        place.get("block").problem("unknown_blocks", f"“{item.block}” is not defined under blocks")


def field(key: str, place: Place) -> FormField:
    place.only("block", "label", "hint", "kind", "fits", "compare", "from", "needed", "look_again", "excess")
    compare = place.get("compare").one_of(tuple(COMPARISONS), "plain")
    fits, needed = place.get("fits"), place.get("needed").flag(default=True)
    spellings = tuple(word for item in fits.items() if (word := item.word()).strip()) if fits.is_given else ()
    if needed and not spellings:
        place.get("fits").problem("missing", "what is right here? A field that is needed names a spelling")
    return FormField(
        key=key,
        block=place.get("block").word(""),
        label=place.get("label").text(required=True),
        hint=place.get("hint").text(),
        fits=spellings,
        compare=compare,
        kind=place.get("kind").one_of(KINDS, "date" if compare == "date" else "line"),
        sources=tuple(source for item in place.get("from").items() if (source := _source(item))),
        needed=needed,
        look_again=place.get("look_again").text(),
        excess=place.get("excess").text(),
    )


def _source(place: Place) -> tuple[str, str] | None:
    """A field of a document, or a whole document that has only running words."""
    document, _, name = place.word().partition(".")
    if document not in place.book.keys["documents"]:
        place.problem("unknown_documents", f"“{document}” is not defined under documents")
        return None
    known = place.book.keys[f"fields:{document}"]
    if name and name not in known:
        place.problem("unknown_field", f"the document “{document}” has no field “{name}”")
    return document, name
