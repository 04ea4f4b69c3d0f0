"""The packs that ship: what is sourced, what is assumed, what is not known."""

import re

import pytest

from simulations.agreements.engine.calendars import read_table
from simulations.agreements.engine.files import FileInvalid
from simulations.agreements.engine.packs import read_pack
from simulations.agreements.engine.shelf import packs
from simulations.engine.reference import Mark, worst


def marks() -> dict[str, str]:
    return {token.partition(".")[2]: value.mark.value for token, value in packs()["eu-serbia"].values.items()}


def test_the_values_of_eu_serbia_carry_the_marks_that_were_decided():
    assert marks() == {
        "reply": "sourced",
        "extension": "sourced",
        "silence": "sourced",
        "refusal": "sourced",
        "transfer": "sourced",
        "application": "sourced",
        "accelerated": "sourced",
        "receipt_day": "assumption",
        "roll_over": "assumption",
        "roll_over_calendar": "assumption",
        "extension_basis": "assumption",
        "extension_before_expiry": "assumption",
        "expired_passport": "assumption",
        "interview": "absent",
        "document_issue": "GK",
        "document_validity": "absent",
        "data_protection": "sourced",
        "non_affection": "sourced",
        "error": "GK",
    }


@pytest.mark.parametrize(
    ("name", "number", "unit", "article"),
    [
        ("reply", 10, "calendar_days", "Art. 10(2)"),
        ("extension", 6, "calendar_days", "Art. 10(3)"),
        ("transfer", 3, "months", "Art. 10(5)"),
        ("accelerated", 2, "working_days", "Arts. 6(3) and 10(2)"),
        ("document_issue", 3, "working_days", ""),
        ("document_validity", None, "none", ""),
        ("interview", None, "none", ""),
    ],
)
def test_numbers_units_and_articles(name, number, unit, article):
    value = packs()["eu-serbia"].values[f"eu-serbia.{name}"]
    assert (value.number, value.unit, value.article) == (number, unit, article)


def test_the_pack_says_that_the_german_protocol_was_not_read():
    assert packs()["eu-serbia"].note.say() == (
        "Agreement text only; the Germany–Serbia protocol of 2011 was not read and may shorten limits."
    )


def test_every_pack_names_the_sources_it_uses():
    for pack in packs().values():
        assert {value.source for value in pack.values.values()} - {""} <= set(pack.sources)


PACK = """
requested: RS
requesting: [DE]
title: {en: A pack}
note: {en: A note}
sources: {S1: somewhere}
values:
  reply: {number: 10, unit: calendar_days, mark: sourced, source: S1, text: {en: ten days}}
"""


def pack_from(tmp_path, text):
    path = tmp_path / "xx-yy.yaml"
    path.write_text(text, encoding="utf-8")
    return read_pack(path)


def test_a_pack_is_read_with_tokens_of_its_file(tmp_path):
    assert list(pack_from(tmp_path, PACK).values) == ["xx-yy.reply"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mark: sourced", "mark: reviewed"),
        ("mark: sourced", "mark: sourced, reviewed_by: A. Lawyer, reviewed_on: 2026-11-22"),
        ("mark: sourced, source: S1", "mark: sourced"),
        ("source: S1", "source: S9"),
        ("unit: calendar_days", "unit: fortnights"),
    ],
)
def test_a_pack_that_claims_more_than_it_has_is_refused(tmp_path, old, new):
    with pytest.raises(FileInvalid):
        pack_from(tmp_path, PACK.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (
            "values:\n",
            "values:\n  reply: {mark: absent, text: {en: nothing}}\n",
            "values.reply (line 9): “reply” is given twice",
        ),
        ("number: 10,", "number: 10, number: 12,", "values.reply.number (line 8): “number” is given twice"),
        ("number: 10,", "nummer: 10,", "values.reply.nummer (line 8): “nummer” means nothing here"),
        ("requested: RS", "requested: [RS", "xx-yy.yaml: line"),
    ],
)
def test_a_pack_in_which_a_value_would_be_lost_is_refused(tmp_path, old, new, named):
    with pytest.raises(FileInvalid, match=re.escape(named)):
        pack_from(tmp_path, PACK.replace(old, new))


def test_a_day_table_with_one_day_twice_is_refused(tmp_path):
    path = tmp_path / "xx-2026.yaml"
    days = '  2026-05-01: "Labour Day"\n  2026-05-01: "Fair"\n'
    path.write_text(f"jurisdiction: XX\nfirst: 2026-01-01\nlast: 2026-12-31\nconfirmed_by: null\nclosed:\n{days}")
    with pytest.raises(FileInvalid, match="given twice"):
        read_table(path)


def test_the_application_limit_of_serbia_has_its_number():
    value = packs()["eu-serbia"].values["eu-serbia.application"]
    assert (value.number, value.unit, value.mark) == (12, "months", Mark.SOURCED)


def test_reviewed_stands_with_a_name_and_a_date(tmp_path):
    text = PACK.replace("mark: sourced", "mark: reviewed, reviewed_by: A. Lawyer, reviewed_on: 2026-11-22")
    value = pack_from(tmp_path, text).values["xx-yy.reply"]
    assert (value.mark.decides, value.reviewed_by, value.reviewed_on) == (True, "A. Lawyer", "2026-11-22")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], Mark.PRINCIPLE),
        ([Mark.REVIEWED, Mark.SOURCED], Mark.SOURCED),
        ([Mark.GENERAL, Mark.ASSUMPTION], Mark.GENERAL),
        ([Mark.PRINCIPLE, Mark.REVIEWED], Mark.REVIEWED),
    ],
)
def test_the_worst_mark_counts(given, expected):
    assert worst(given) is expected
