"""What the guard saw, in words a person can act on, and the passage it stands in."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from portal.core.names import KOSOVO
from portal.guard.engine.findings import Finding, Level

_NAMES: dict[str, str | Promise] = {
    "jmbg": _("personal identity number (JMBG, EMBG)"),
    "albanian_nid": _("Albanian identity number"),
    "kosovo_number": _("personal number of the kind used in %(kosovo)s"),
    "id_number": _("identity number"),
    "mrz": _("machine-readable line of a document"),
    "iban": _("bank account number (IBAN)"),
    "passport": _("number of a passport or travel document"),
    "id_card": _("number of an identity card or permit"),
    "phone": _("telephone number"),
    "email": _("e-mail address"),
    "birth_date": _("date of birth"),
    "name_with_birth_date": _("name beside a date of birth"),
    "too_long": _("text too long to be read"),
    "too_many": _("too many finds to list"),
    "not_checked": _("text that could not be read"),
}
_REASONS: dict[str, str | Promise] = {
    "jmbg": _("A number of this form belongs to exactly one person: a date of birth, a region and a check digit."),
    "albanian_nid": _("A number of this form belongs to exactly one person: it is built from the date of birth."),
    "kosovo_number": _("The words beside it say that this number belongs to one person."),
    "id_number": _("The words beside it say that this number belongs to one person."),
    "mrz": _("It carries the name, the number and the birth date of the holder. Only specimens of the State UTO pass."),
    "iban": _("The check digits fit, so this account may exist."),
    "passport": _("The words beside it say that this is the number of one person's document."),
    "id_card": _("The words beside it say that this is the number of one person's card."),
    "phone": _("It may reach one person. The contact of an office is fine."),
    "email": _("It may reach one person. The address of an office is fine."),
    "birth_date": _("With a place or a nationality it can be enough to find one person. The year or the age will do."),
    "name_with_birth_date": _("Together they point at one person. Describe the pattern, not the person."),
    "too_long": _("Shorten it, then it can be read and kept."),
    "too_many": _("This looks like a list of people. Such a list does not belong here."),
    "not_checked": _("The check did not finish. Please send it again."),
}


def name_of(kind: str) -> str:
    return str(_NAMES[kind]) % {"kosovo": _now(KOSOVO)} if kind == "kosovo_number" else str(_NAMES[kind])


def explain(kind: str) -> str:
    return str(_REASONS[kind])


@dataclass(frozen=True)
class Passage:
    """A find within its line, cut so that a page can mark it. Lives as long as the answer, never longer."""

    kind: str
    line: int
    before: str
    seen: str
    after: str
    must_go: bool

    @property
    def title(self) -> str:
        name = name_of(self.kind)
        return name[:1].upper() + name[1:]

    @property
    def reason(self) -> str:
        return explain(self.kind)

    def message(self, label: str = "") -> str:
        """One sentence for the error summary; it names the place, not the text."""
        if self.must_go:
            words = _now("%(field)s, line %(line)s: this looks like a %(kind)s.")
        else:
            words = _now("%(field)s, line %(line)s: please look, this may be a %(kind)s.")
        return words % {"field": label or _now("Your text"), "line": self.line, "kind": name_of(self.kind)}


_AROUND = 90


def passages(text: str, findings: tuple[Finding, ...]) -> list[Passage]:
    return [_passage(text, finding) for finding in findings]


def _passage(text: str, finding: Finding) -> Passage:
    line_start = text.rfind("\n", 0, finding.start) + 1
    line_end = text.find("\n", finding.end)
    line_end = len(text) if line_end < 0 else line_end
    low, high = max(line_start, finding.start - _AROUND), min(line_end, finding.end + _AROUND)
    return Passage(
        kind=finding.kind,
        line=text.count("\n", 0, finding.start) + 1,
        before=("…" if low > line_start else "") + text[low : finding.start],
        seen=text[finding.start : min(finding.end, finding.start + 2 * _AROUND)],
        after=text[finding.end : high] + ("…" if high < line_end else ""),
        must_go=finding.level >= Level.HOLD,
    )
