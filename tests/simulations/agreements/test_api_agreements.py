"""The front door: values, tokens in texts, explained deadlines."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from simulations.agreements import api
from simulations.agreements.management.commands import seed_calendar


def test_a_value_has_its_number_unit_and_mark():
    value = api.value("eu-serbia.reply")
    assert (value.text.say("en"), value.number, value.unit, value.mark) == (
        "10 calendar days",
        10,
        "calendar_days",
        api.Mark.SOURCED,
    )


def test_an_unknown_token_is_named():
    with pytest.raises(api.TokenUnknown, match="eu-serbia.replay"):
        api.value("eu-serbia.replay")


def test_a_deadline_is_explained_for_two_jurisdictions():
    found = api.explain_deadline("eu-serbia.reply", received=date(2026, 4, 2), requested="RS", requesting="DE")
    assert (found.earliest, found.latest, found.in_time_by) == (
        date(2026, 4, 11),
        date(2026, 4, 14),
        date(2026, 4, 9),
    )


@pytest.mark.parametrize(("requested", "received"), [("ZZ", date(2026, 4, 2)), ("RS", date(2035, 4, 2))])
def test_no_date_is_made_up_outside_the_day_tables(requested, received):
    with pytest.raises(api.NoDayTable):
        api.explain_deadline("eu-serbia.reply", received=received, requested=requested, requesting="DE")


def test_a_token_in_plain_words_brings_its_mark():
    words = api.resolve_tokens("Reply within [[eu-serbia.reply]].", "en")
    assert words == "Reply within 10 calendar days (Art. 10(2), not reviewed)."


def test_a_token_in_html_brings_its_mark_in_its_own_element():
    html = api.resolve_tokens("<p>[[eu-serbia.roll_over_calendar]]</p>", "en", html=True)
    assert html == (
        "<p>the calendar of the requested side decides which day is a working day "
        '<span class="ra-checked ra-checked--unreviewed">(assumption)</span></p>'
    )


def test_an_unknown_token_in_a_text_is_named():
    with pytest.raises(api.TokenUnknown, match="nowhere.reply"):
        api.resolve_tokens("[[nowhere.reply]]", "en")


def test_seeding_a_calendar_writes_a_table_that_waits_for_a_person(tmp_path, monkeypatch, capsys):
    (tmp_path / "calendars").mkdir()
    monkeypatch.setattr(seed_calendar, "ROOM", tmp_path)
    call_command("seed_calendar", "rs", "2026")
    text = (tmp_path / "calendars" / "rs-2026.yaml").read_text(encoding="utf-8")
    assert "confirmed_by: null" in text
    assert '2026-04-10: "Good Friday"' in text
    assert "13 closed days, not confirmed yet" in capsys.readouterr().out


def test_a_table_a_person_may_have_confirmed_is_not_overwritten(tmp_path, monkeypatch):
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "rs-2026.yaml").write_text("confirmed", encoding="utf-8")
    monkeypatch.setattr(seed_calendar, "ROOM", tmp_path)
    with pytest.raises(CommandError, match="may have confirmed it"):
        call_command("seed_calendar", "RS", "2026")


def test_a_jurisdiction_without_a_library_is_named():
    with pytest.raises(CommandError, match="ZQ"):
        call_command("seed_calendar", "ZQ", "2026")


# The worked dates of the domain notes, received on Thursday 4 March 2027; where a limit rolls over, the corrected ones.
@pytest.mark.parametrize(
    ("agreement", "clock", "plain", "default"),
    [
        ("eu-serbia", "accelerated", "2027-03-08", "2027-03-08"),
        ("eu-serbia", "reply", "2027-03-14", "2027-03-15"),
        ("eu-serbia", "reply_extended", "2027-03-20", "2027-03-22"),
        ("eu-montenegro", "reply", "2027-03-16", "2027-03-16"),
        ("eu-albania", "reply", "2027-03-18", "2027-03-18"),
        ("eu-serbia", "document_issue", "2027-03-09", "2027-03-09"),
        ("kosovo-austria", "reply_latest", "2027-04-03", "2027-04-05"),
    ],
)
def test_the_worked_dates_of_the_domain_notes(agreement, clock, plain, default):
    found = api.explain_clock(agreement, clock, received=date(2027, 3, 4))
    unmoved = [one.due for one in found.readings if (one.receipt_counted, one.roll_over) == (False, "none")]
    assert plain in {day.isoformat() for day in unmoved}
    assert min(one.due for one in found.readings if not one.receipt_counted and one.roll_over == "requested") == (
        date.fromisoformat(default)
    )


def test_without_sides_those_of_the_agreement_count():
    own = api.explain_deadline("eu-serbia.reply", received=date(2026, 4, 2))
    assert own == api.explain_deadline("eu-serbia.reply", received=date(2026, 4, 2), requested="RS", requesting="DE")


@pytest.mark.parametrize("token", ["eu-serbia.document_validity", "eu-serbia.silence", "eu-bih.extension"])
def test_a_value_without_a_length_cannot_be_counted(token):
    with pytest.raises(api.NoLength, match=token) as refused:
        api.explain_deadline(token, received=date(2026, 4, 2))
    assert refused.value.value.token == token


def test_a_clock_the_agreement_does_not_have_is_no_other_agreements():
    with pytest.raises(api.NoLength, match="eu-serbia.entry_visa") as refused:
        api.explain_clock("eu-serbia", "entry_visa", received=date(2026, 4, 2))
    assert refused.value.value is None


@pytest.mark.parametrize("received", [date(1, 1, 1), date(9999, 12, 31), date(2025, 12, 31), date(2027, 12, 30)])
def test_a_day_whose_limit_leaves_the_tables_is_refused(received):
    with pytest.raises(api.NoDayTable):
        api.explain_deadline("eu-serbia.reply", received=received)
