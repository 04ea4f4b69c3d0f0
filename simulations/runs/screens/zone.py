"""A machine readable zone read aloud: field by field, with the check digits printed and worked out."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from simulations.engine import mrz
from simulations.engine.mrz import Part


@dataclass(frozen=True)
class ZonePart:
    name: str
    characters: str
    reads_as: str
    digit: str


def read(lines: Sequence[str], *, is_judged: bool) -> tuple[ZonePart, ...]:
    """`is_judged`: the person has looked for what does not fit, so it may be said."""
    return tuple(_zone_part(part, is_judged=is_judged) for part in mrz.parts(lines))


def working_out(lines: Sequence[str]) -> str:
    """The check digit of the date of birth, worked out by hand; empty without a zone."""
    born = next((part.characters for part in mrz.parts(lines) if part.key == "born"), "")
    return _working_out(born) if born else ""


def _zone_part(part: Part, *, is_judged: bool) -> ZonePart:
    names = {
        "number": _("Passport number"),
        "state": _("Issuing State"),
        "born": _("Date of birth"),
        "sex": _("Sex"),
        "expires": _("Date of expiry"),
        "optional": _("Optional data"),
        "whole": _("Whole line"),
    }
    characters = _("all fields above") if part.key == "whole" else part.characters
    return ZonePart(names[part.key], characters, _reads_as(part), _digit(part, is_judged=is_judged))


def _reads_as(part: Part) -> str:
    text = part.characters
    if part.key in ("born", "expires"):
        return _("year %(year)s, month %(month)s, day %(day)s") % {
            "year": text[0:2],
            "month": text[2:4],
            "day": text[4:6],
        }
    if part.key == "state":
        return _("Utopia, the code kept for specimens")
    if part.key == "sex":
        return {"M": _("male"), "F": _("female")}.get(text, _("not given"))
    return "" if part.key == "whole" else text.rstrip("<")


def _digit(part: Part, *, is_judged: bool) -> str:
    if part.printed is None:
        return _("none")
    said = {"printed": part.printed, "computed": part.computed}
    if not is_judged:
        return _("%(printed)s printed, %(computed)s computed") % said
    if part.fits:
        return _("%(printed)s printed, %(computed)s computed: fits") % said
    return _("%(printed)s printed, %(computed)s computed: does not fit") % said


def _working_out(born: str) -> str:
    products = [int(sign) * (7, 3, 1)[place % 3] for place, sign in enumerate(born)]
    return _("%(factors)s = %(products)s = %(sum)d. The last digit, %(digit)d, is the check digit.") % {
        "factors": " + ".join(f"{sign}×{(7, 3, 1)[place % 3]}" for place, sign in enumerate(born)),
        "products": " + ".join(map(str, products)),
        "sum": sum(products),
        "digit": sum(products) % 10,
    }
