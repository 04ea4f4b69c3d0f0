"""Words of the law as data: how far a value may be trusted, days and why they are closed, places and clocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from portal.core import dates
from portal.core.names import KOSOVO
from simulations.engine.reference import Mark
from simulations.engine.text import SOURCE_LOCALE, Text

Words = str | Promise

MARKS: dict[Mark, Words] = {
    Mark.PRINCIPLE: _("Principle"),
    Mark.REVIEWED: _("Reviewed"),
    Mark.SOURCED: _("Not reviewed"),
    Mark.ASSUMPTION: _("Assumption: never decides"),
    Mark.GENERAL: _("General knowledge: never scored"),
    Mark.GENERAL_UNSURE: _("Unsure: never scored"),
    Mark.ABSENT: _("No value known"),
}

# What may rest on a value.
CITING: dict[str, Words] = {
    "case": _("practice case, as it ships"),
    "version": _("practice case, as it is played"),
    "course": _("course, as it ships"),
    "lesson": _("lesson, as it is read"),
}

# Jurisdictions and their parts by the keys of the day tables; Kosovo* is written in one place only.
PLACES: dict[str, Words] = {
    "AL": pgettext_lazy("State", "Albania"),
    "AT": pgettext_lazy("State", "Austria"),
    "BA": pgettext_lazy("State", "Bosnia and Herzegovina"),
    "BA-FBiH": _("Federation of Bosnia and Herzegovina"),
    "BA-RS": _("Republika Srpska"),
    "BA-BRC": _("Brčko District"),
    "CH": pgettext_lazy("State", "Switzerland"),
    "DE": pgettext_lazy("State", "Germany"),
    "FR": pgettext_lazy("State", "France"),
    "HR": pgettext_lazy("State", "Croatia"),
    "IT": pgettext_lazy("State", "Italy"),
    "ME": pgettext_lazy("State", "Montenegro"),
    "MK": pgettext_lazy("State", "North Macedonia"),
    "NL": pgettext_lazy("State", "the Netherlands"),
    "RS": pgettext_lazy("State", "Serbia"),
    "SE": pgettext_lazy("State", "Sweden"),
    "SI": pgettext_lazy("State", "Slovenia"),
    "XK": KOSOVO,
}
COMMUNITIES: dict[str, Words] = {
    "orthodox": _("Orthodox days too"),
    "catholic": _("Catholic days too"),
    "islamic": _("Islamic days too"),
    "hebrew": _("Jewish days too"),
    "albanian": _("days of the Albanian community too"),
    "bosnian": _("days of the Bosniak community too"),
    "roma": _("days of the Roma community too"),
    "serbian": _("days of the Serbian community too"),
    "turkish": _("days of the Turkish community too"),
    "vlach": _("days of the Vlach community too"),
}


@dataclass(frozen=True)
class Clock:
    """`value` is what the pack calls it; `starts` is the day from which it runs."""

    value: str
    label: Words
    starts: Words
    extension: str = ""


CLOCKS: dict[str, Clock] = {
    "reply": Clock("reply", _("Reply, normal procedure"), _("The day the application was received")),
    "reply_extended": Clock(
        "reply", _("Reply, with extension"), _("The day the application was received"), "extension"
    ),
    "reply_latest": Clock("reply_latest", _("Reply, longest limit"), _("The day the application was received")),
    "accelerated": Clock("accelerated", _("Reply, accelerated procedure"), _("The day the application was received")),
    "transfer": Clock("transfer", _("Transfer"), _("The day of the consent, or the end of the limit for the reply")),
    "application": Clock(
        "application",
        _("Application for a third-country national"),
        _("The day the authority learnt that the conditions of entry or stay are not met"),
    ),
    "document_issue": Clock("document_issue", _("Issue of the travel document"), _("The day of the positive reply")),
    "document_validity": Clock(
        "document_validity", _("Validity of the travel document"), _("The day the document was issued")
    ),
    "document_renewal": Clock(
        "document_renewal", _("New travel document after the first expired"), _("The day it was asked for")
    ),
    "document_fallback": Clock(
        "document_fallback", _("Use of the requesting side’s document"), _("The day the document was asked for")
    ),
    "entry_visa": Clock("entry_visa", _("Entry visa for a third-country national"), _("The day it was asked for")),
    "transit_reply": Clock(
        "transit_reply", _("Reply to a request for transit"), _("The day the request for transit was received")
    ),
}

# What a pack may say something about, in the order a file is worked in. A name without words here is shown as it is.
SUBJECTS: dict[str, Words] = {
    "application": _("Limit for the application"),
    "no_application": _("No application needed"),
    "application_form": _("The application"),
    "reply": _("Reply"),
    "reply_latest": _("Reply, longest limit"),
    "extension": _("Extension of the reply"),
    "extension_basis": _("What the extension is added to"),
    "extension_before_expiry": _("When an extension is asked for"),
    "accelerated": _("Reply, accelerated procedure"),
    "accelerated_application": _("Application, accelerated procedure"),
    "border_region": _("Border region"),
    "silence": _("Silence"),
    "refusal": _("Refusal"),
    "receipt_day": _("Day of receipt"),
    "roll_over": _("A limit that ends on a closed day"),
    "roll_over_calendar": _("Whose days count"),
    "translation": _("Translation"),
    "interview": _("Interview"),
    "transfer": _("Transfer"),
    "transfer_notice": _("Notice of the transfer"),
    "document_issue": _("Issue of the travel document"),
    "document_issuer": _("Who issues the travel document"),
    "document_validity": _("Validity of the travel document"),
    "document_renewal": _("New travel document"),
    "document_fallback": _("Use of the requesting side’s document"),
    "entry_visa": _("Entry visa"),
    "persons": _("Who is covered"),
    "third_country": _("Third-country nationals"),
    "family": _("Family"),
    "airside": _("Airside transit"),
    "visa_exception": _("Visa or permit of the requesting side"),
    "sfry_key_date": _("Former nationals of the SFRY, key date"),
    "child_papers": _("Papers of a child"),
    "child_register": _("A child born abroad"),
    "child_photo": _("Photograph of a child"),
    "papers_after": _("Which papers count"),
    "expired_passport": _("An expired passport"),
    "expired_papers": _("Expired papers"),
    "evidence_prima_facie": _("Prima facie evidence"),
    "evidence_false": _("False documents"),
    "evidence_copy": _("Copies"),
    "evidence_laissez_passer": _("Expired laissez-passer"),
    "evidence_fingerprints": _("Fingerprints as evidence"),
    "fingerprints": _("Fingerprints"),
    "prints_and_photo": _("Fingerprints and photograph"),
    "transit_reply": _("Reply to a request for transit"),
    "transit_principle": _("Transit"),
    "transit_refusal": _("Refusal of transit"),
    "escorts": _("Escorts"),
    "costs": _("Costs"),
    "error": _("Readmission in error"),
    "error_limit": _("Readmission in error, limit"),
    "data_protection": _("Data protection"),
    "non_affection": _("Other international law"),
    "protocol_france": _("Protocol with France"),
    "authority": _("Competent authority"),
    "language_used": _("Language of correspondence"),
    "channel": _("Means of sending"),
    "scope": _("Territory"),
}
EVIDENCE_OF: dict[str, Words] = {
    "nationality": _("Nationality"),
    "entry": _("Entry, stay or transit of third-country nationals and stateless persons"),
    "former_sfry": _("Former nationals of the SFRY"),
}
RANKS: dict[str, Words] = {"proof": _("Proof"), "prima_facie": _("Prima facie evidence")}


def said(text: Text) -> str:
    return text.say(get_language() or SOURCE_LOCALE)


def place(key: str) -> str:
    """A jurisdiction, its part, or with the days of one of its communities."""
    if key in PLACES:
        # Not lazy, because it is written in one place for all.
        return gettext(KOSOVO) if key == "XK" else str(PLACES[key])
    code, _dash, community = key.partition("-")
    return f"{place(code)}, {COMMUNITIES[community]}" if code in PLACES and community in COMMUNITIES else key


def subject(name: str) -> str:
    return str(SUBJECTS.get(name, name.replace("_", " ").capitalize()))


@lru_cache(maxsize=4096)
def _spelled(value: date, pattern: str, _language: str | None) -> str:
    return dates.spelled(value, pattern)


def spelled(value: date, pattern: str) -> str:
    """A date in Django's letters. A desk spells the same few days over and over, in the same few ways."""
    return _spelled(value, pattern, get_language())


def day(value: date) -> str:
    return spelled(value, "D j F")


def day_long(value: date) -> str:
    return spelled(value, "l j F")


_REMARK = re.compile(r"(?P<name>.*?) \((?P<remarks>(?:observed|estimated)(?:, estimated)?)\)")
_REMARKS: dict[str, Words] = {"observed": _("observed"), "estimated": _("estimated")}


def closed(reasons: Iterable[str]) -> str:
    """Why an office is closed; the named day says it better than the weekend."""
    # Two reasons for one day stand in one cell of the table.
    return ", ".join(closed_day(name) for reason in reasons for name in reason.split("; "))


def closed_day(name: str) -> str:
    """One name of a day table in the language of the page, with what the table remarks on it."""
    found = _REMARK.fullmatch(name)
    if not found:
        return gettext(name)
    remarks = ", ".join(str(_REMARKS[remark]) for remark in found["remarks"].split(", "))
    return f"{gettext(found['name'])} ({remarks})"


def listed(items: Iterable[str]) -> str:
    return ", ".join(item for item in items if item)


# Names of closed days come from frozen tables; here they are known to the translators.
_CLOSED_DAYS = (
    *(_("Saturday"), _("Sunday"), _("New Year's Day"), _("Epiphany"), _("Orthodox New Year")),
    *(_("Orthodox Christmas Eve"), _("Orthodox Christmas Day"), _("Christmas Eve"), _("Christmas Day"), _("Christmas")),
    *(_("Catholic Christmas Eve"), _("Catholic Christmas Day"), _("Second Day of Christmas"), _("Saint Stephen's Day")),
    *(_("Good Friday"), _("Holy Saturday"), _("Easter Sunday"), _("Easter Monday"), _("Easter")),
    *(_("Catholic Good Friday"), _("Catholic Easter"), _("Catholic Easter Sunday"), _("Catholic Easter Monday")),
    *(_("Orthodox Good Friday"), _("Orthodox Easter"), _("Orthodox Easter Sunday"), _("Orthodox Easter Monday")),
    *(_("Ascension Day"), _("Pentecost"), _("Pentecost Monday"), _("Whit Monday"), _("Corpus Christi")),
    *(_("Assumption Day"), _("Assumption Of Mary Day"), _("Dormition of the Mother of God"), _("All Saints' Day")),
    *(_("Day of Remembrance for the Dead"), _("Remembrance Day"), _("Immaculate Conception"), _("Reformation Day")),
    *(_("Saint Sava's Day"), _("Saints Cyril and Methodius Day"), _("Saint Clement of Ohrid Day")),
    *(_("Saint Francis of Assisi, Patron Saint of Italy"), _("Eid al-Fitr"), _("Eid al-Adha"), _("Pesach")),
    *(_("Yom Kippur"), _("Nowruz Day"), _("Labour Day"), _("Labor Day"), _("May Day"), _("International Labor Day")),
    *(_("International Workers' Day"), _("Statehood Day"), _("Independence Day"), _("Constitution Day")),
    *(_("Europe Day"), _("Victory Day"), _("Armistice Day"), _("Liberation Day"), _("Republic Day")),
    *(_("National Day"), _("King's Day"), _("Midsummer Day"), _("German Unity Day"), _("National Unity Day")),
    *(_("Independence and Unity Day"), _("National Uprising Day"), _("Day of Uprising Against Occupation")),
    *(_("Anti-Fascist Struggle Day"), _("Macedonian Revolutionary Struggle Day"), _("Dayton Agreement Day")),
    *(_("Day of establishment of Brčko District"), _("Flag and Independence Day"), _("Alphabet Day")),
    *(_("Albanian Alphabet Day"), _("National Youth Day"), _("Mother Teresa Canonization Day"), _("Summer Day")),
    *(_("Njegos Day"), _("International Bosniaks Day"), _("International Romani Day"), _("Vlachs National Day")),
    *(_("Turkish Language Teaching Day"), _("Prešeren's Day, the Slovenian Cultural Holiday")),
    _("Victory and Homeland Thanksgiving Day and Croatian Veterans Day"),
)
