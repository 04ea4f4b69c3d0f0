import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.cohorts.engine.pasting import Verdict, check, read


def verdicts(text, *, known=(), members=()):
    return [each.verdict for each in check(read(text), known=known, members=members)]


@pytest.mark.parametrize(
    "text",
    [
        "ana@example.org\tAna Beker\tBorder police, Tirana",
        "ana@example.org; Ana Beker; Border police, Tirana",
        "ana@example.org, Ana Beker, Border police, Tirana",
        "Ana Beker <ANA@example.org>, Border police, Tirana",
        "Ana Beker\tana@example.org\tBorder police, Tirana",
    ],
)
def test_a_line_is_read_as_people_paste_it(text):
    (line,) = read(text)
    assert (line.email, line.name, line.institution) == ("ana@example.org", "Ana Beker", "Border police, Tirana")


@pytest.mark.parametrize(
    ("text", "institution", "language"),
    [
        ("ana@example.org, Ana Beker, Border police, Shqip", "Border police", "sq"),
        ("ana@example.org\tAna Beker\tBorder police, Tirana\tsq", "Border police, Tirana", "sq"),
        ("ana@example.org, Ana Beker, Border police, Tirana", "Border police, Tirana", ""),
        ("ana@example.org, Ana Beker, Shqip", "Shqip", ""),
    ],
)
def test_a_language_at_the_end_of_a_line_is_the_persons(text, institution, language):
    (line,) = read(text, languages={"shqip": "sq", "sq": "sq"})
    assert (line.name, line.institution, line.language) == ("Ana Beker", institution, language)


def test_lines_keep_their_numbers_and_empty_ones_are_left_out():
    assert [line.number for line in read("a@example.org\n\n  \nb@example.org")] == [1, 4]


def test_each_line_is_told_apart():
    text = "\n".join(
        [
            "known@example.org",
            "KNOWN@example.org",
            "member@example.org",
            "new@example.org, Nora New, Border police",
            "noname@example.org",
            "noplace@example.org, Nora New",
            "no address here",
            "x" * 500,
        ]
    )
    assert verdicts(text, known={"known@example.org", "member@example.org"}, members={"member@example.org"}) == [
        Verdict.FOUND,
        Verdict.TWICE,
        Verdict.MEMBER,
        Verdict.NEW,
        Verdict.NO_NAME,
        Verdict.NO_INSTITUTION,
        Verdict.NO_EMAIL,
        Verdict.TOO_LONG,
    ]


@given(st.text())
def test_whatever_is_pasted_is_read(text):
    for each in check(read(text), known=set(), members=set()):
        assert each.verdict in Verdict
