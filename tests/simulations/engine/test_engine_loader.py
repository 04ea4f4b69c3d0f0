"""Reading a case: everything that is wrong, at once, each with its place."""

import pytest

from simulations.agreements.engine.shelf import reference
from simulations.engine.fingerprint import logic_hash, text_hash
from simulations.engine.loader import load
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.source import read
from simulations.scenarios.engine.library import path_of
from tests.simulations.engine.tiny import TINY, tiny


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(ScenarioInvalid) as invalid:
        load(text, reference(), key="broken")
    return [(problem.code, problem.where) for problem in invalid.value.problems]


def line_of(words: str) -> int:
    return TINY[: TINY.index(words)].count("\n") + 1


def test_every_problem_is_told_at_once():
    broken = (
        TINY.replace("level: beginner", "level: easy")
        .replace("send: copy", "send: kopy")
        .replace("to: agreed", "to: agred")
        .replace("value: eu-serbia.reply", "value: eu-serbia.replay")
        .replace("points: 5", "points: five")
    )
    assert problems(broken) == [
        ("not_offered", f"level (line {line_of('level:')})"),
        ("unknown_messages", f"acts.ask.effects[0].send (line {line_of('send: copy')})"),
        ("unknown_fact_value", f"acts.agree.effects[0].to (line {line_of('to: agreed')})"),
        ("unknown_values", f"deadlines.reply.value (line {line_of('value: eu-serbia.reply')})"),
        ("wrong_type", f"rubric.date.points (line {line_of('points: 5')})"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("format: 1\n", "", "missing"),
        ("format: 1\n", "format: 2\n", "format"),
        ("title: A small case", "titel: A small case", "unknown_key"),
        ("title: A small case", "title: {sq: Rast}", "no_text"),
        ("title: A small case", "title: [a]", "wrong_type"),
        ("summary: One letter to answer", "summary: Answer within 10 calendar days", "number_typed"),
        ("summary: One letter to answer", "summary: '[[eu-serbia.replay]]'", "unknown_value"),
        ("role: desk", "role: boss", "unknown_roles"),
        ("pack: eu-serbia", "pack: eu-nowhere", "unknown_pack"),
        ("calendars: [RS, DE]", "calendars: [RS, DE, ZZ]", "unknown_calendar"),
        ("calendars: [RS, DE]", "calendars: [RS]", "unknown_calendars"),
        ("starts_at: 2026-04-02T10:40", "starts_at: 2026-04-12T10:40", "office_closed"),
        ("starts_at: 2026-04-02T10:40", "starts_at: soon", "wrong_type"),
        ("starts_at: 2026-04-02T10:40", "starts_at: 2026-04-02T10:40+02:00", "wrong_type"),
        ("ends_on: 2026-05-29", "ends_on: 2026-04-01", "span"),
        ("ends_on: 2026-05-29", "ends_on: 2036-04-01", "calendar_span"),
        ('text: Done., when: [{fact: reply, is: agreed}, {fact: blind, is: "no"}]}', "text: Done.}", "missing"),
        ('opens: "09:00"', 'opens: "17:00"', "office_hours"),
        ("falls_to: over", "falls_to: nowhere", "unknown_endings"),
        ("values: [none, agreed, refused]", "values: [none]", "values_count"),
        ("is: [running, contested]", "is: [runing]", "not_offered"),
        ("{receive: passport}", "{recieve: passport}", "unknown_effect"),
        ("{document: passport, is: here}", "{documnet: passport, is: here}", "unknown_condition"),
        ("{document: passport, is: here}", "{document: passprt, is: here}", "unknown_documents"),
        ("    never: agree", "    never: agre", "unknown_acts"),
        ("    unless: {document: passport, is: inspected}\n", "", "safeguard_guard"),
        ("cites: [eu-serbia.reply]", "cites: [eu-serbia.replay]", "unknown_values"),
        ("from: germany", "from: atlantis", "unknown_people"),
        ("competency: safeguards", "competency: courage", "unknown_competencies"),
        ("value: eu-serbia.reply", "value: eu-serbia.silence", "value_has_no_length"),
        ("open_days: 1, calendar: DE", "open_days: 1", "incomplete_delay"),
        ("kind: date, label: Last day", "kind: day, label: Last day", "not_offered"),
        ("kind: date, label: Last day", "kind: choice, label: Last day", "missing"),
    ],
)
def test_each_slip_has_a_name(old, new, expected):
    assert old in TINY
    assert expected in [code for code, _ in problems(TINY.replace(old, new, 1))]


@pytest.mark.parametrize("text", ["just words", "[1, 2]", "3"])
def test_a_file_that_is_no_case_at_all(text):
    assert problems(text)[0][0] == "wrong_type"


def test_the_same_file_gives_the_same_case():
    assert load(TINY, reference(), key="tiny") == tiny()


def test_a_case_loads_again_from_its_plain_values():
    raw = path_of("easter_clock").read_bytes()
    again = load(read(raw).value, reference(), key="easter_clock")
    assert again.logic_hash == load(raw, reference(), key="easter_clock").logic_hash


def test_a_typo_changes_the_words_and_not_the_logic():
    changed = load(TINY.replace("One letter to answer", "One letter to reply to"), reference(), key="tiny")
    assert changed.logic_hash == tiny().logic_hash
    assert text_hash(changed, "en") != text_hash(tiny(), "en")


def test_a_translation_changes_neither_logic_nor_english():
    changed = load(TINY.replace("title: A small case", "title: {en: A small case, sq: Rast}"), reference(), key="tiny")
    assert (changed.logic_hash, text_hash(changed, "en")) == (tiny().logic_hash, text_hash(tiny(), "en"))
    assert text_hash(changed, "sq") != text_hash(tiny(), "sq")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 60", "minutes: 50"),
        ("points: 5", "points: 6"),
        ("once: false", "once: true"),
        ("pass_percent: 60", "pass_percent: 61"),
    ],
)
def test_anything_that_decides_changes_the_logic(old, new):
    assert load(TINY.replace(old, new, 1), reference(), key="tiny").logic_hash != tiny().logic_hash


def test_the_key_is_not_part_of_the_logic():
    assert logic_hash(load(TINY, reference(), key="other")) == tiny().logic_hash


def test_tokens_bring_their_article_and_their_mark():
    case = load(TINY.replace("One letter to answer", "'Reply: [[eu-serbia.reply]]'"), reference(), key="tiny")
    assert case.summary.say() == "Reply: 10 calendar days (Art. 10(2), not reviewed)"


def test_words_fall_back_to_the_source_language():
    case = load(TINY.replace("title: A small case", "title: {en: A small case, sr: Случај}"), reference(), key="tiny")
    assert [case.title.say(locale) for locale in ("en", "sr", "sr-latn", "mk")] == [
        "A small case",
        "Случај",
        "Случај",
        "A small case",
    ]


def test_a_model_names_acts_that_are_there():
    assert problems(TINY.replace("{act: inspect}", "{act: insect}")) == [
        ("unknown_acts", f"models.prompt[2].act (line {line_of('{act: inspect}')})")
    ]
