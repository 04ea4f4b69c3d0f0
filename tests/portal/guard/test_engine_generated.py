"""Every identifier, in every disguise, in six languages: seen, and seen exactly where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.guard.engine.scan import scan
from tests.portal.guard import made_up

# Letters of a code put apart by dots or dashes are read for numbers and accounts, not for a zone,
# whose fillers would be lost as well.
NUMBERS = {
    "jmbg": made_up.jmbg,
    "albanian_nid": made_up.nid,
    "iban": made_up.iban,
}
ZONES = {"lower": made_up.mrz_lower, "upper": made_up.mrz_upper}
ZONE_DISGUISES = ("as it is", "spaces", "zero width", "look-alikes", "small letters", "Arabic-Indic digits")


def _seen(sentence: str, code: str) -> tuple[str, list[tuple[str, str]]]:
    text = sentence.format(code)
    verdict = scan(text)
    return verdict.verdict, [(f.kind, text[f.start : f.end]) for f in verdict.findings]


@pytest.mark.parametrize("disguise", made_up.DISGUISES)
@pytest.mark.parametrize("kind", NUMBERS)
@settings(max_examples=25, deadline=None, database=None)
@given(seed=st.integers(0, 2**32), language=st.sampled_from(sorted(made_up.SENTENCES)), hinted=st.booleans())
def test_a_number_that_checks_out_is_blocked_in_any_disguise(kind, disguise, seed, language, hinted):
    sentences = made_up.SENTENCES if hinted else made_up.SENTENCES_WITHOUT_A_HINT
    code = made_up.DISGUISES[disguise](NUMBERS[kind](made_up.dice(seed)))

    assert _seen(sentences[language], code) == ("block", [(kind, code)])


@pytest.mark.parametrize("disguise", made_up.DISGUISES)
@settings(max_examples=20, deadline=None, database=None)
@given(seed=st.integers(0, 2**32), language=st.sampled_from(sorted(made_up.SENTENCES)))
def test_a_kosovo_number_is_blocked_beside_the_words_that_name_it(disguise, seed, language):
    code = made_up.DISGUISES[disguise](made_up.kosovo_number(made_up.dice(seed)))

    assert _seen(made_up.SENTENCES[language], code) == ("block", [("kosovo_number", code)])


@pytest.mark.parametrize("disguise", ZONE_DISGUISES)
@pytest.mark.parametrize("line", ZONES)
@settings(max_examples=20, deadline=None, database=None)
@given(seed=st.integers(0, 2**32))
def test_one_line_of_a_machine_readable_zone_is_blocked(line, disguise, seed):
    code = made_up.DISGUISES[disguise](ZONES[line](made_up.dice(seed)))
    text = f"The scan reads\n{code}\nand nothing else."
    verdict = scan(text)

    assert (verdict.verdict, [(f.kind, text[f.start : f.end].strip("< ")) for f in verdict.findings]) == (
        "block",
        [("mrz", code.strip("< "))],
    )


@settings(max_examples=200, deadline=None, database=None)
@given(seed=st.integers(0, 2**32), place=st.integers(0, 11))
def test_a_jmbg_with_one_wrong_digit_is_held_beside_its_name_only(seed, place):
    code = made_up.jmbg(made_up.dice(seed))
    wrong = code[:7] + str((int(code[7]) + 1 + place % 8) % 10) + code[8:]

    hinted, _ = _seen("JMBG: {}", wrong)
    bare, _ = _seen("Primili smo {} juče.", wrong)
    assert (hinted, bare) in {("hold", "warn"), ("block", "block")}  # one slip in eleven still checks out


@settings(max_examples=300, deadline=None, database=None)
@given(text=st.text(max_size=300))
def test_any_text_gets_a_verdict_and_spans_inside_it(text):
    for finding in scan(text).findings:
        assert 0 <= finding.start < finding.end <= len(text)
