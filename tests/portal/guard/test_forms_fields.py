"""What a person sees after typing something that must not be kept."""

import pytest
from django import forms
from django.template.loader import render_to_string

from portal.core.forms import GovukForm
from portal.guard.forms import GuardedCharField, GuardedFormMixin, GuardedTextarea
from portal.guard.models import Incident

pytestmark = pytest.mark.django_db
NUMBER = "0101090710002"


class NoteForm(GuardedFormMixin, GovukForm):
    title = GuardedCharField(label="Title", place="test.note", max_length=100)
    text = GuardedTextarea(label="Text", place="test.note")


class PlainForm(forms.Form):
    text = GuardedTextarea(place="test.plain")


def test_a_number_is_refused_with_its_line_and_what_was_typed_stays():
    form = NoteForm({"title": "Medicine", "text": f"First line.\nJMBG {NUMBER}, insulin."})

    assert form.errors == {"text": ["Text, line 2: this looks like a personal identity number (JMBG, EMBG)."]}
    assert form["text"].value() == f"First line.\nJMBG {NUMBER}, insulin."


def test_the_page_marks_what_was_seen_and_offers_no_way_around_a_hold():
    form = NoteForm({"title": "Medicine", "text": f"<b>JMBG</b> {NUMBER}, insulin."})
    page = render_to_string("guard/finds.html", {"form": form})

    assert f"&lt;b&gt;JMBG&lt;/b&gt; <mark>{NUMBER}</mark>, insulin." in page
    assert "guard_seen" not in page


def test_nothing_of_what_was_seen_is_kept():
    NoteForm({"title": "T", "text": f"JMBG {NUMBER}"}).is_valid()
    incident = Incident.objects.values().get()

    assert (incident["place"], incident["verdict"], incident["kinds"]) == ("test.note", "block", ["jmbg"])
    assert (incident["lengths"], incident["text_length"]) == ([13], 18)
    assert NUMBER not in str(incident)


def test_a_warning_is_confirmed_once_for_exactly_these_texts():
    data = {"title": "Contact", "text": "Call +383 44 123 456."}
    first = NoteForm(data)
    assert first.errors == {"text": ["Text, line 1: please look, this may be a telephone number."]}
    assert f'value="{first.guard_token}"' in render_to_string("guard/confirm.html", {"form": first})

    confirmed = data | {"guard_seen": first.guard_token}
    assert NoteForm(confirmed).is_valid()
    assert not NoteForm(confirmed | {"text": "Call +383 44 123 457."}).is_valid()
    assert not NoteForm(data | {"guard_seen": "yes"}).is_valid()


def test_a_tick_never_confirms_a_hold_away():
    data = {"title": "T", "text": f"JMBG {NUMBER}"}
    assert not NoteForm(data | {"guard_seen": NoteForm(data).guard_token}).is_valid()


def test_a_form_without_a_second_look_lets_warnings_pass_and_holds_refuse():
    assert PlainForm({"text": "Call +383 44 123 456."}).is_valid()
    assert not PlainForm({"text": f"JMBG {NUMBER}"}).is_valid()


def test_a_megabyte_is_refused_by_its_length_and_kept_in_the_form():
    text = "a" * 1_000_000
    form = NoteForm({"title": "T", "text": text})

    assert form.errors == {"text": ["Shorten this: it has 1000000 characters and at most 20000 fit."]}
    assert form["text"].value() == text
    assert Incident.objects.count() == 0


def test_a_null_character_is_refused_in_words():
    assert NoteForm({"title": "T", "text": "a\x00b"}).errors == {"text": ["Null characters are not allowed."]}
