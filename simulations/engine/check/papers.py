"""Papers: what is said to be odd must be so, and what a form should say must be in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from simulations.engine.cast.days import years_later
from simulations.engine.cast.filled import pattern_of
from simulations.engine.cast.placeholders import PLACEHOLDER
from simulations.engine.cast.schema import Member
from simulations.engine.check.certain import Known
from simulations.engine.folding import COMPARISONS
from simulations.engine.forms import FormField
from simulations.engine.marks import PLACES, odd_places
from simulations.engine.problems import Problem, warning
from simulations.engine.scenario import Document, Field, Scenario

OF_WORDS = {"swapped", "spelling"}  # what stands there is then not what is true


def marks(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """A mark that is right on the page and wrong in fact teaches what is false."""
    for key, document in scenario.documents.items():
        yield from _digits(f"documents.{key}", document)
        for index, field in enumerate(document.fields):
            where = f"documents.{key}.fields[{index}].odd"
            if field.true and field.true == field.shown and set(field.odd) & OF_WORDS:
                words = f"“{field.key}” shows what is true, “{field.shown}”: nothing is odd there"
                yield Problem("mark_not_so", where, words)
            if field.odd == ("expired",) and (last := _first_to_expire(scenario, field)) and last > scenario.ends_on:
                words = f"“{field.key}” is said to be expired, and no run shows a day before {last}"
                yield Problem("mark_not_so", where, f"{words}; the case ends on {scenario.ends_on}")


def _digits(where: str, document: Document) -> Iterator[Problem]:
    """Which lines of the zone print a false check digit, against what the case says of them."""
    if document.zone is None:
        return
    right, odd = replace(document.zone, wrong=()).lines, odd_places(document)
    for place, printed, line in zip(PLACES, document.mrz, right, strict=False):
        said = "check_digit" in odd.get(place, ())
        if said and printed == line:
            words = f"every check digit of “{place}” is right: name under “wrong” which one is not"
            yield Problem("mark_not_so", f"{where}.odd.{place}", words)
        elif printed != line and not said:
            words = f"“{place}” prints a false check digit, and who marks it is told that nothing is odd there"
            yield warning("mark_missing", f"{where}.mrz.wrong", words)


def _first_to_expire(scenario: Scenario, field: Field) -> date | None:
    """The earliest day that any run shows here; None where it is not the expiry of a paper of the cast."""
    found = [match for match in PLACEHOLDER.finditer(pattern_of(field.shown)) if match[2].startswith(".expires")]
    member = scenario.cast.members.get(found[0][1]) if len(found) == 1 else None
    return _expires(member) if member is not None and ".swapped" not in found[0][2] else None


def _expires(member: Member) -> date | None:
    if member.days is None:
        return None
    first = member.days.first
    return first if member.counts_from == "expires" else years_later(first, member.years) - timedelta(days=1)


def forms(scenario: Scenario, _: Known) -> Iterator[Problem]:
    for key, form in scenario.forms.items():
        for name, field in form.fields.items():
            where = f"forms.{key}.fields.{name}.fits"
            if field.compare == "date" and field.fits and not any(_is_day(words) for words in field.fits):
                yield Problem("fits_no_day", where, f"“{name}” is compared as a day, and “{field.fits[0]}” is none")
            if field.needed and field.fits and not _stands_in_the_file(scenario, field):
                words = f"nothing under “from” says what should fit “{name}”: look whether the file says it anywhere"
                yield warning("fits_not_in_file", where, words)


def _is_day(words: str) -> bool:
    try:
        return bool(date.fromisoformat(COMPARISONS["date"](words)))
    except ValueError:
        return False


def _stands_in_the_file(scenario: Scenario, field: FormField) -> bool:
    same = COMPARISONS[field.compare]
    right = {same(words) for words in field.fits}
    shown = [
        same(words)
        for document, key in field.sources
        for item in scenario.documents[document].fields
        if item.key == key
        for words in (item.shown, item.true)
        if words
    ]
    return not shown or any(one in words or words in one for words in shown for one in right)
