import pytest

from portal.accounts.engine.pasting import BadLine, Line, Problem, Rules, TooManyLines, read

LANGUAGES = {"en": "en", "english": "en", "shqip": "sq", "albanian": "sq", "српски": "sr"}


RULES = Rules(
    LANGUAGES, "en", is_email=lambda text: "@" in text and " " not in text, identifies=lambda text: "00000000" in text
)


def lines(text):
    return read(text, RULES)


@pytest.mark.parametrize(
    "text",
    [
        "vera@example.org,Vera Sol,Border police,Shqip",
        "vera@example.org;Vera Sol;Border police;ALBANIAN",
        "vera@example.org\tVera Sol\tBorder police\tshqip",
        "  VERA@example.org ,  Vera   Sol , Border police , Shqip  ",
        '"vera@example.org","Vera Sol","Border police","Shqip"',
        "vera@example.org;Vera Sol;Border police;Shqip;;",
        '"Vera Sol" <vera@example.org>; Border police; Shqip',
        "Vera Sol <Vera@example.org>, Border police, Shqip",
        "<vera@example.org>\tVera Sol\tBorder police\tShqip",
    ],
)
def test_a_line_is_read_whatever_parts_it(text):
    assert lines(text) == (Line(1, "vera@example.org", "Vera Sol", "Border police", "sq"),)


def test_tabs_win_so_that_an_institution_may_have_a_comma():
    (line,) = lines("vera@example.org\tVera Sol\tMinistry of Interior, Border; Police\t")
    assert (line.institution, line.language) == ("Ministry of Interior, Border; Police", "en")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (",Vera Sol,Border police,en", Problem.NO_EMAIL),
        (";", Problem.NO_EMAIL),
        ("vera at example.org,Vera Sol,Border police,en", Problem.BAD_EMAIL),
        ("Vera Sol,vera@example.org,Border police,en", Problem.BAD_EMAIL),
        ("a" * 250 + "@example.org,Vera Sol,Border police,en", Problem.BAD_EMAIL),
        ("vera@example.org", Problem.NO_NAME),
        ("vera@example.org,,Border police", Problem.NO_NAME),
        ("vera@example.org,Vera Sol", Problem.NO_INSTITUTION),
        ("vera@example.org," + "V" * 121 + ",Border police", Problem.LONG_NAME),
        ("vera@example.org,Vera Sol," + "B" * 161, Problem.LONG_INSTITUTION),
        ("vera@example.org,Vera Sol,Border police,Klingon", Problem.UNKNOWN_LANGUAGE),
        ("vera@example.org,Vera Sol,Ministry, Border, en", Problem.TOO_MANY_PARTS),
        ("vera@example.org,Vera Sol 00000000,Border police,en", Problem.IDENTIFIES),
        ("vera@example.org,Vera Sol,Border police 00000000,en", Problem.IDENTIFIES),
        ("vera@example.org,Vera\x00 Sol,Border police,en", Problem.CONTROL_CHARACTER),
    ],
)
def test_a_malformed_line_says_what_is_wrong(text, problem):
    assert lines(text) == (BadLine(1, text, problem),)


def test_empty_lines_and_a_heading_are_passed_over_and_numbers_stay_those_of_the_paste():
    found = lines("E-mail;Name;Institution;Language\n\nvera@example.org;Vera;Border police;en\r\n\nx\n")
    assert [(line.number, type(line)) for line in found] == [(3, Line), (5, BadLine)]


def test_an_unclosed_quote_is_a_malformed_line_and_no_crash():
    assert [type(line) for line in lines('"vera@example.org,Vera,Border police')] == [BadLine]


def test_nothing_pasted_is_nothing():
    assert lines(" \n\n") == ()


def test_five_hundred_lines_are_read_and_one_more_is_refused():
    text = "\n".join(f"vera{number}@example.org,Vera,Border police,en" for number in range(500))
    assert len(lines(text)) == 500
    with pytest.raises(TooManyLines, match="501"):
        lines(text + "\nvera@example.org,Vera,Border police,en")
