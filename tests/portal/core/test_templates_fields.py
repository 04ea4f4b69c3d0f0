"""Any Django form comes out with labels, hints and errors joined to their fields."""

import datetime

import pytest
from django import forms
from django.template.loader import render_to_string

from portal.core.forms import DayMonthYearField, GovukForm, Hinted, languages_listed, languages_offered
from portal.settings.languages import NOT_YET_TRANSLATED


class ReplyForm(GovukForm):
    place = forms.CharField(label="Place", help_text="Where the stamp was set")
    received = DayMonthYearField(label="Received on")
    route = forms.ChoiceField(
        label="Route",
        widget=forms.RadioSelect,
        choices=[("post", Hinted("By post", "about three days")), ("mail", "By e-mail")],
    )
    read = forms.BooleanField(label="I have read it")
    remark = forms.CharField(label="Remark", required=False, widget=forms.Textarea)


def rendered(form: forms.Form) -> str:
    return render_to_string("components/form.html", {"form": form, "submit": "Reply"})


def test_a_field_is_joined_to_its_label_and_hint():
    html = rendered(ReplyForm())
    assert '<label class="govuk-label ra-label" for="id_place">' in html
    assert 'id="id_place_helptext">Where the stamp was set' in html
    assert (
        '<input type="text" name="place" class="govuk-input" aria-describedby="id_place_helptext" id="id_place">'
        in html
    )


def test_the_error_summary_leads_to_each_field_by_its_first_control():
    html = rendered(ReplyForm({"place": ""}))
    for address in ("#id_place", "#id_received_day", "#id_route_0", "#id_read"):
        assert f'<a href="{address}">' in html
    assert 'aria-describedby="id_place_helptext id_place_error"' in html
    assert "govuk-input--error" in html


def test_what_was_typed_stays_when_the_form_is_refused():
    form = ReplyForm(
        {"place": "", "received_day": "31", "received_month": "2", "received_year": "2027", "remark": "two pages"}
    )
    html = rendered(form)
    assert form.errors["received"] == ["Enter a date that exists, such as 4 3 2027"]
    assert 'id="id_received_day" name="received_day" type="text" inputmode="numeric" value="31"' in html
    assert "two pages</textarea>" in html


def test_a_date_is_read_as_day_month_year():
    field = DayMonthYearField()
    assert field.clean(["4", "3", "2027"]) == datetime.date(2027, 3, 4)
    with pytest.raises(forms.ValidationError, match="Enter day, month and year"):
        field.clean(["4", "", "2027"])


def test_a_choice_carries_its_hint_and_an_optional_field_says_so():
    html = rendered(ReplyForm())
    assert 'aria-describedby="id_route_0_hint"' in html
    assert "about three days" in html
    assert html.count("(optional)") == 1


def test_a_chosen_answer_comes_back_chosen():
    html = rendered(ReplyForm({"route": "mail"}))
    assert 'value="mail" id="id_route_1" checked' in html


def test_the_same_markup_comes_from_printing_the_form():
    assert '<label class="govuk-label ra-label" for="id_place">' in str(ReplyForm())


def test_a_missing_answer_is_named():
    form = ReplyForm({})
    assert [form.errors[name][0] for name in ("place", "route", "read")] == [
        "Fill in: Place",
        "Choose: Route",
        "Tick: I have read it",
    ]


def test_a_language_the_pages_do_not_speak_yet_says_so_where_it_is_chosen():
    listed, offered = dict(languages_listed()), dict(languages_offered())
    in_english = "pages and mails in English for now"
    assert {code for code, label in listed.items() if in_english in label} == NOT_YET_TRANSLATED
    assert {code for code, label in offered.items() if getattr(label, "hint", "") == in_english} == NOT_YET_TRANSLATED
    assert (listed["sq"], listed["mk"]) == ("Shqip", f"Македонски ({in_english})")
