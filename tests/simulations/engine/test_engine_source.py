"""Files as they arrive: broken, hostile, huge. Problems, never a traceback."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulations.agreements.engine.shelf import reference
from simulations.engine.check.report import check_file
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.source import MOST_BYTES, read
from tests.simulations.engine.tiny import TINY


def codes(raw: bytes) -> list[str]:
    try:
        problems = read(raw).problems
    except ScenarioInvalid as invalid:
        problems = invalid.problems
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", ["empty"]),
        (b"# only a comment\n", ["empty"]),
        (b"\xff\xfe\x00\x01", ["not_text"]),
        (b"a: \x00", ["not_text"]),
        (b"a: [1, 2", ["syntax"]),
        (b"a: b: c", ["syntax"]),
        (b"a: 1\n---\nb: 2\n", ["two_documents"]),
        (b"a: &x 1\nb: *x\n", ["alias"]),
        (b"a: &x [1]\nb: &y c\n", ["alias", "alias"]),
        (b"? {a: 1}\n: 2\n", ["key_not_a_word"]),
        (b"a: 1\na: 2\n", ["duplicate_key"]),
        (b"[" * 5000, ["too_deep"]),
        (b"a:\n" + b"x" * (MOST_BYTES + 1), ["too_large"]),
    ],
)
def test_what_is_no_case_is_named(raw, expected):
    assert codes(raw) == expected


def test_a_bomb_of_aliases_is_refused_before_it_unfolds():
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    assert codes("\n".join(lines).encode()) == ["alias"]


def test_plain_words_stay_words():
    source = read("country: no\nwhen: 2026-04-02\ncount: 3\nflag: true\nnothing: ~\nquoted: '3'\n")
    assert source.value == {
        "country": "no",
        "when": "2026-04-02",
        "count": 3,
        "flag": True,
        "nothing": None,
        "quoted": "3",
    }


def test_each_place_knows_its_line():
    source = read("a:\n  b:\n    - c\n    - d: 1\n")
    assert (source.lines[("a", "b", 0)], source.lines[("a", "b", 1, "d")]) == (3, 4)


def test_a_file_in_json_is_read_as_well():
    assert read('{"a": {"b": [1, true, null, "x"]}}').value == {"a": {"b": [1, True, None, "x"]}}


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report(raw):
    assert not check_file(raw, reference(), key="any").ok


@settings(deadline=None)
@given(st.integers(0, len(TINY) - 1), st.text(max_size=3))
def test_a_case_with_a_slip_anywhere_gives_a_report(index, slip):
    report = check_file(TINY[:index] + slip + TINY[index + 1 :], reference(), key="slip")
    assert all(problem.code and problem.where and problem.message for problem in report.problems)
