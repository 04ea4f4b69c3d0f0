"""Read once, ask every detector, leave out what is known to be harmless, keep the gravest reading."""

from collections.abc import Callable, Iterator
from itertools import islice

from portal.guard.engine.allow import Allowed
from portal.guard.engine.detectors import accounts, contacts, documents, identity, mrz, persons
from portal.guard.engine.findings import TOO_LONG, TOO_MANY, Finding, Level, Verdict, unchecked, without_overlaps
from portal.guard.engine.page import Page

MAX_CODE_POINTS = 1_048_576
MAX_FINDINGS = 500
Detector = Callable[[Page], Iterator[Finding]]
DETECTORS: tuple[Detector, ...] = (
    identity.civil_numbers,
    identity.albanian_numbers,
    identity.kosovo_numbers,
    identity.other_numbers,
    mrz.zones,
    accounts.ibans,
    documents.document_numbers,
    contacts.emails,
    contacts.phones,
    persons.birth_dates,
    persons.names_with_birth_date,
)


class OutOfTime(Exception):
    """The caller's patience ended before the last detector."""


def _for_ever() -> bool:
    return True


def scan(text: str, *, allow: tuple[str, ...] = (), go_on: Callable[[], bool] = _for_ever) -> Verdict:
    """What stands in `text`; a longer text than the cap is held unread, whatever it says.

    Raises OutOfTime as soon as `go_on` says no: a half-read text has no verdict.
    """
    if len(text) > MAX_CODE_POINTS:
        return unchecked(text, TOO_LONG)
    page = Page(text)
    allowed = Allowed.of(allow)
    findings: list[Finding] = []
    for detector in DETECTORS:
        if not go_on():
            raise OutOfTime
        seen = list(islice((f for f in detector(page) if not allowed.covers(f, text)), MAX_FINDINGS))
        if len(seen) == MAX_FINDINGS:
            # The rest was not read for this kind: a list of people is nothing to publish by hand.
            findings.append(Finding(TOO_MANY, seen[-1].end, len(text), Level.HOLD))
        findings += seen
    return Verdict(without_overlaps(findings))
