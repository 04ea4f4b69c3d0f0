"""The catalogues: complete in Albanian, collected in the others, and marked where a machine drafted them."""

import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.template import Context, Template
from django.urls import reverse
from django.utils import translation
from django.utils.dateformat import format as formatted
from django.utils.formats import date_format, localize
from django.utils.translation import gettext, ngettext

from portal.core import dates
from portal.core.library_sentences import PASSWORDS, SECOND_FACTOR, SIGNING_IN
from portal.settings.languages import MACHINE_DRAFTED, NOT_YET_TRANSLATED, lang_mark
from simulations.agreements.engine.shelf import calendars
from tests.english import english_in
from tests.factories.accounts import person

FOLDER = Path(settings.LOCALE_PATHS[0])
SLAVIC = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
PLURALS = {
    "bs": SLAVIC,
    "cnr": SLAVIC,
    "mk": "nplurals=2; plural=(n % 10 == 1 && n % 100 != 11) ? 0 : 1;",
    "sq": "nplurals=2; plural=(n != 1);",
    "sr": SLAVIC,
    "sr_Latn": SLAVIC,
}
KEPT = re.compile(r"%\(\w+\)[-0-9.]*[a-z]|%%|%[sd]|\{\w*\}|<[^>]+>")
# The words of a title may change, the tag that carries it may not.
TITLE = re.compile(r' title="[^"]*"')
MARKS = {
    "sq": "Kjo gjuhë u hartua nga një makinë dhe ende nuk është shqyrtuar nga një person.",
    "bs": "Ovaj jezik je pripremila mašina i još ga nije pregledala nijedna osoba.",
}
SENTENCES = [each for group in (SIGNING_IN, PASSWORDS, SECOND_FACTOR) for each in group if isinstance(each, str)]
TOO_SHORT = "This password is too short. It must contain at least %d character."
REMARK = re.compile(r" \((?:observed|estimated|observed, estimated)\)$")


def catalogue(locale: str) -> polib.POFile:
    return polib.pofile(str(FOLDER / locale / "LC_MESSAGES" / "django.po"))


def kept(text: str) -> Counter[str]:
    return Counter(KEPT.findall(TITLE.sub("", text)))


def said(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Each form with the English it stands for."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    one, *more = (entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural))
    return [(entry.msgid, one), *((entry.msgid_plural, form) for form in more)]


def test_each_sentence_is_said_in_albanian_and_none_is_guessed():
    po = catalogue("sq")
    assert [entry.msgid for entry in po if entry.fuzzy or not all(form for _, form in said(entry))] == []


@pytest.mark.parametrize("locale", sorted(MARKS))
def test_a_catalogue_keeps_every_placeholder_and_tag(locale):
    # One thing may be said without its number.
    faults = [
        (english, form)
        for entry in catalogue(locale).translated_entries()
        for english, form in said(entry)
        if kept(form) != kept(english) and not (entry.msgid_plural and kept(form) == kept(entry.msgid_plural))
    ]
    assert faults == []


@pytest.mark.parametrize("locale", sorted(MARKS))
def test_a_catalogue_ends_a_sentence_as_english_does(locale):
    faults = [
        (english, form)
        for entry in catalogue(locale).translated_entries()
        for english, form in said(entry)
        if english[-1] in ".?!:" and form[-1:] != english[-1]
    ]
    assert faults == []


@pytest.mark.parametrize("locale", PLURALS)
def test_every_catalogue_holds_the_same_sentences_and_its_own_plurals(locale):
    po = catalogue(locale)
    assert po.metadata["Language"] == locale
    assert po.metadata["Plural-Forms"] == PLURALS[locale]
    assert {(e.msgctxt, e.msgid) for e in po} == {(e.msgctxt, e.msgid) for e in catalogue("sq")}
    assert [e.msgid for e in po if e.fuzzy or e.obsolete] == []


def test_albanian_says_one_and_many():
    with translation.override("sq"):
        forms = [ngettext("%(n)s lesson", "%(n)s lessons", n) % {"n": n} for n in (1, 2, 21)]
    assert forms == ["1 mësim", "2 mësime", "21 mësime"]


def test_bosnian_says_one_few_and_many():
    with translation.override("bs"):
        forms = [ngettext("%(n)s lesson", "%(n)s lessons", n) % {"n": n} for n in (1, 2, 5, 11, 21)]
    assert forms == ["1 lekcija", "2 lekcije", "5 lekcija", "11 lekcija", "21 lekcija"]


def test_a_sentence_of_a_library_is_said_in_albanian_too():
    with translation.override("sq"):
        assert [english for english in SENTENCES if gettext(english) == english] == []
        assert "të paktën 10 shenja" in ngettext(TOO_SHORT, f"{TOO_SHORT[:-1]}s.", 10) % 10


def test_every_closed_day_of_the_calendars_is_known_to_the_translators():
    names = {
        REMARK.sub("", name)
        for table in calendars().values()
        for reason in table.closed.values()
        for name in reason.split("; ")
    }
    assert names - {entry.msgid for entry in catalogue("sq")} == set()


def test_a_month_begins_small_in_albanian():
    with translation.override("sq"):
        assert formatted(date(2026, 11, 22), "j F Y") == "22 nëntor 2026"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ["Monday 18 May", "Mon 18 May", "Mon 18 May 2026, 13:05", "May 2026"]),
        ("sq", ["E hënë 18 maj", "Hën 18 Maj", "Hën 18 maj 2026, 13:05", "maj 2026"]),
        ("bs", ["pon. 18. maja", "pon. 18. maja", "pon. 18. maja 2026, 13:05", "maj 2026"]),
    ],
)
def test_a_date_is_written_as_its_language_writes_it_in_code_and_in_templates(code, said):
    moment = datetime.fromisoformat("2026-05-18T13:05")
    letters = ["l j F", "D j M", "D j F Y, H:i", "F Y"]
    with translation.override(code):
        assert [dates.spelled(moment, each) for each in letters] == said
        shown = [Template(f'{{{{ day|date:"{each}" }}}}').render(Context({"day": moment})) for each in letters]
    assert shown == said


def test_a_language_is_called_not_translated_as_long_as_its_catalogue_has_no_words():
    folders = {code: translation.to_locale(code) for code, _ in settings.LANGUAGES if code != "en"}
    without = {code for code, folder in folders.items() if not catalogue(folder).translated_entries()}
    assert without == NOT_YET_TRANSLATED


@pytest.mark.parametrize("code", sorted(NOT_YET_TRANSLATED))
def test_a_language_without_words_speaks_english_in_days_numbers_and_what_libraries_say(code):
    with translation.override(code):
        assert translation.get_language() == code
        assert gettext("There is no such page") == "There is no such page"
        assert gettext("Enter a valid email address.") == "Enter a valid email address."
        assert date_format(date(2026, 12, 6), "l j F Y") == "Sunday 6 December 2026"
        assert localize(1.5) == "1.5"
        assert reverse("home:index") == f"/{code}/"


def test_a_text_in_a_chosen_language_is_marked_on_a_page_that_speaks_english():
    assert (lang_mark("sr", on="sr"), lang_mark("en", on="sr"), lang_mark("sq", on="sq")) == ("sr-Cyrl", "", "")


@pytest.mark.django_db
def test_only_pages_in_languages_with_words_say_that_a_machine_drafted_them(client):
    assert set(MARKS) == MACHINE_DRAFTED
    assert [client.get(f"/{code}/help/").content.decode().count(mark) for code, mark in MARKS.items()] == [1, 1]
    assert "drafted by a machine" not in client.get("/en/help/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["account/login/", "account/password/reset/", "account/signup/", "help/", "accessibility/", "nothing/"],
)
def test_a_page_at_the_door_holds_no_english(client, address):
    assert english_in(client.get(f"/sq/{address}").content.decode(), "sq") == []


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["", "me/", "account/", "courses/", "certificates/"])
def test_a_page_of_a_learner_holds_no_english(client, address):
    client.force_login(person(locale="sq"))
    assert english_in(client.get(f"/sq/{address}").content.decode(), "sq") == []


@pytest.mark.django_db
def test_a_wrong_password_is_told_in_albanian(client):
    html = client.post("/sq/account/login/", {"login": "nobody@example.org", "password": "wrong"}).content.decode()
    assert "Adresa e e-mailit dhe fjalëkalimi nuk përputhen." in html
