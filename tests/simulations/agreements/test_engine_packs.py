"""The packs that ship: what is sourced, what is assumed, what is not known."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulations.agreements.engine.calendars import read_table
from simulations.agreements.engine.files import FileInvalid
from simulations.agreements.engine.packs import read_pack
from simulations.agreements.engine.shelf import calendars, packs
from simulations.engine.reference import Mark, worst


def marks() -> dict[str, str]:
    return {token.partition(".")[2]: value.mark.value for token, value in packs()["eu-serbia"].values.items()}


DECIDED = {
    "reply": ("sourced", 10, "calendar_days", "Art. 10(2)"),
    "extension": ("sourced", 6, "calendar_days", "Art. 10(3)"),
    "silence": ("sourced", None, "none", "Art. 10(2)–(3)"),
    "refusal": ("sourced", None, "none", "Art. 10"),
    "transfer": ("sourced", 3, "months", "Art. 10(5)"),
    "accelerated": ("sourced", 2, "working_days", "Arts. 6(3) and 10(2)"),
    "receipt_day": ("assumption", None, "none", ""),
    "roll_over": ("assumption", None, "none", ""),
    "roll_over_calendar": ("assumption", None, "none", ""),
    "extension_basis": ("assumption", None, "none", ""),
    "extension_before_expiry": ("assumption", None, "none", ""),
    "expired_passport": ("assumption", None, "none", ""),
    "interview": ("absent", None, "none", ""),
    "document_issue": ("GK", 3, "working_days", ""),
    "document_validity": ("absent", None, "none", ""),
}


@pytest.mark.parametrize("name", DECIDED)
def test_each_line_that_was_decided_for_eu_serbia(name):
    value = packs()["eu-serbia"].values[f"eu-serbia.{name}"]
    assert (value.mark.value, value.number, value.unit, value.article) == DECIDED[name]


def test_what_silence_refusal_and_extension_mean_under_eu_serbia():
    said = {name: packs()["eu-serbia"].values[f"eu-serbia.{name}"].text.say() for name in DECIDED}
    assert said["silence"] == "silence counts as agreement to the transfer"
    assert said["refusal"] == "a refusal must give reasons"
    assert said["extension"] == "up to 6 calendar days"
    assert said["document_validity"] == "no value: sources conflict"


def test_the_days_that_were_decided_are_closed_in_serbia():
    spring = [day for day in sorted(calendars()["RS"].closed) if "2026-04" <= day.isoformat() < "2026-06"]
    assert [f"{day:%d %b}" for day in spring] == ["10 Apr", "11 Apr", "12 Apr", "13 Apr", "01 May", "02 May"]


# reply, extension, accelerated, transfer, document: number and mark; None where no number was found.
CLOCKS = {
    "eu-albania": ("14 sourced", "None absent", "None absent", "3 sourced", "6 sourced"),
    "eu-bih": ("10 sourced", "None absent", "2 GK", "3 GK", "30 GK"),
    "eu-montenegro": ("12 sourced", "6 GK", "2 GK", "3 GK", "None absent"),
    "eu-north-macedonia": ("14 GK?", "None absent", "2 GK", "3 sourced", "30 sourced"),
    "eu-serbia": ("10 sourced", "6 sourced", "2 sourced", "3 sourced", "None absent"),
    "kosovo-austria": ("14 sourced", "None absent", "None absent", "None absent", "30 sourced"),
    "switzerland-bih": ("20 sourced", "None sourced", "None absent", "None absent", "30 sourced"),
}


@pytest.mark.parametrize("key", CLOCKS)
def test_the_clocks_of_every_agreement(key):
    names = ("reply", "extension", "accelerated", "transfer", "document_validity")
    values = [packs()[key].value(name) for name in names]
    assert tuple(f"{value.number} {value.mark.value}" for value in values) == CLOCKS[key]


def test_one_state_has_two_clocks_by_who_asks():
    union, swiss = packs()["eu-bih"], packs()["switzerland-bih"]
    assert (union.requested, swiss.requested) == ("BA", "BA")
    assert (union.value("reply").number, swiss.value("reply").number, swiss.value("reply_latest").number) == (
        10,
        20,
        30,
    )


def test_agreements_know_their_sides_and_general_law_has_none():
    for pack in packs().values():
        assert (pack.kind == "agreement") == bool(pack.requested and pack.requesting)
        assert {pack.requested, *pack.requesting} - {""} <= set(calendars())


def test_every_agreement_says_something_about_every_subject():
    subjects = ("application", "reply", "extension", "accelerated", "silence", "refusal", "transfer", "interview")
    subjects += ("receipt_day", "roll_over", "document_issue", "document_validity", "data_protection", "non_affection")
    subjects += ("authority", "language_used", "channel")
    missing = [
        f"{pack.key}.{name}"
        for pack in packs().values()
        for name in subjects
        if pack.kind == "agreement" and pack.value(name) is None
    ]
    assert missing == []


def test_nobody_has_reviewed_a_value_so_none_is_called_reviewed():
    assert {value.token for pack in packs().values() for value in pack.values.values() if value.reviewed_by} == set()
    assert Mark.REVIEWED not in {value.mark for pack in packs().values() for value in pack.values.values()}


def test_a_value_holds_from_the_day_of_its_agreement_or_of_its_protocol():
    serbia = packs()["eu-serbia"]
    assert [serbia.value(name).valid_from for name in ("reply", "escorts", "roll_over")] == [
        "2008-01-01",
        "2019-02-01",
        "",
    ]
    assert packs()["switzerland-bih"].value("reply").valid_from == ""


def test_the_lists_of_north_macedonia_were_found_and_those_of_bosnia_were_not():
    north, bosnia = packs()["eu-north-macedonia"].evidence, packs()["eu-bih"].evidence
    assert list(north["nationality_proof"].items) == ["passport", "identity_card", "military", "seaman", "citizenship"]
    assert "expired" in north["nationality_prima_facie"].items
    assert {item.trust.mark.value for item in bosnia.values()} == {"absent"}
    assert all(item.trust.note for item in bosnia.values())


def test_a_citizenship_certificate_proves_less_in_serbia_than_in_north_macedonia():
    ranks = {
        key: [item.rank for item in packs()[key].evidence.values() if "citizenship" in item.items]
        for key in ("eu-serbia", "eu-north-macedonia")
    }
    assert ranks == {"eu-serbia": ["prima_facie"], "eu-north-macedonia": ["proof"]}


def test_the_form_of_an_agreement_is_the_common_one_less_what_it_leaves_out():
    serbia, kosovo = packs()["eu-serbia"].forms["application"], packs()["kosovo-austria"].forms["application"]
    assert list(serbia.blocks) == ["head", "A", "B", "C", "D", "E", "F"]
    assert (len(serbia.fields), len(kosovo.fields)) == (31, 20)
    assert [key for key, item in serbia.fields.items() if item.is_sensitive] == ["health", "danger"]
    assert "children" not in kosovo.fields
    assert (serbia.trust.annex, serbia.trust.mark.value) == ("Annex 6", "GK")
    assert packs()["eu-albania"].forms["application"].trust.annex == "Annex V"


def test_the_content_of_a_pack_names_its_state(tmp_path):
    one, same = pack_from(tmp_path, PACK).digest, pack_from(tmp_path, "# a remark\n" + PACK).digest
    other = pack_from(tmp_path, PACK.replace("number: 10", "number: 11")).digest
    assert one == same != other


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


ALL_WRONG = """
requested: RS
colour: red
title: {sq: Pako}
note: a note
sources: {S1: somewhere}
values:
  reply: {number: -3, unit: calendar_days, mark: sourced, source: S9, text: {en: ten days}}
  silence: {mark: absent, unit: months, number: 2, text: {en: none}, source_url: "javascript:alert(1)"}
  extension: {mark: perhaps, text: {en: six days}, until: 2025-13-01}
evidence:
  proof: {of: age, rank: proof, mark: absent, annex: "1"}
  stamps: {of: entry, rank: proof, mark: GK, annex: "3", note: {en: nothing listed}}
forms:
  application: {layout: tax_return, mark: GK, without: [moon]}
"""


def test_a_pack_says_all_that_is_wrong_with_it_at_once(tmp_path):
    with pytest.raises(FileInvalid) as caught:
        pack_from(tmp_path, ALL_WRONG)
    found = [(item.where.partition(" ")[0], item.code) for item in caught.value.problems]
    assert found == [
        ("colour", "unknown_key"),
        ("title", "no_text"),
        ("note", "wrong_type"),
        ("values.reply.number", "not_a_length"),
        ("values.silence.number", "absent_number"),
        ("values.extension.mark", "not_offered"),
        ("values.extension.until", "wrong_type"),
        ("evidence.proof.of", "not_offered"),
        ("evidence.proof.note", "unexplained"),
        ("evidence.stamps.items", "absent_list"),
        ("forms.application.layout", "not_offered"),
        ("forms.application.without[0]", "unknown_field"),
        ("requesting", "missing"),
        ("values.reply.source", "unknown_source"),
        ("values.silence.source_url", "bad_address"),
    ]


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=6,
)
SECTIONS = ["title", "note", "sources", "values", "evidence", "forms", "requested", "requesting", "from", "kind"]


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.dictionaries(st.sampled_from(SECTIONS), JUNK, max_size=10), st.data())
def test_no_file_whatever_breaks_the_reader(tmp_path, body, data):
    """It is a pack, or every problem has a place and a sentence."""
    body["values"] = data.draw(st.dictionaries(st.text("abc_", min_size=1, max_size=5), JUNK, max_size=2) | JUNK)
    with pytest.raises(FileInvalid) as caught:
        pack_from(tmp_path, json.dumps(body))
    assert all(item.where and item.message for item in caught.value.problems)


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
