"""One sentence a case: what is said about it, and about which stretch."""

import pytest

from portal.guard.engine import scan as engine
from portal.guard.engine.findings import TOO_LONG, TOO_MANY
from portal.guard.engine.scan import OutOfTime, scan


def _said(text: str, **kwargs) -> tuple[str, list[tuple[str, str]]]:
    verdict = scan(text, **kwargs)
    return verdict.verdict, [(f.kind, text[f.start : f.end]) for f in verdict.findings]


@pytest.mark.parametrize(
    "number",
    [
        "0101090710002",
        "1506091175007",
        "1010094910217",
        "0505095031239",
        "2802092210070",
        "3112093455120",
        "0101090710010",
    ],
)
def test_every_vector_of_a_jmbg_is_blocked_with_and_without_remainder_one(number):
    assert _said(f"Broj {number} u spisu") == ("block", [("jmbg", number)])


@pytest.mark.parametrize("number", ["3113090710001", "3002090710005"])
def test_a_day_that_does_not_exist_is_no_jmbg_unless_it_is_called_one(number):
    assert _said(f"Broj {number} u spisu") == ("pass", [])
    assert _said(f"JMBG: {number}") == ("hold", [("jmbg", number)])


@pytest.mark.parametrize("number", ["010109071000", "01010907100021"])
def test_a_digit_too_few_or_too_many_is_held_beside_the_word(number):
    assert _said(f"matični broj {number}") == ("hold", [("jmbg", number)])


def test_letters_that_look_like_digits_are_read_as_digits():
    assert _said("O1O1O9O71OOO2") == ("block", [("jmbg", "O1O1O9O71OOO2")])
    assert _said("JMBG O1O1O9071OOO2") == ("block", [("jmbg", "O1O1O9071OOO2")])


@pytest.mark.parametrize("number", ["J00101999W", "J05115999K", "T90101001V", "T95115007L", "T93128042O", "S01231123S"])
def test_every_vector_of_an_albanian_number_is_blocked(number):
    assert _said(f"Nr. {number}, Tiranë") == ("block", [("albanian_nid", number)])


def test_an_albanian_number_with_a_wrong_letter_is_held_and_blocked_beside_its_name():
    assert _said("Letra T90101001A.") == ("hold", [("albanian_nid", "T90101001A")])
    assert _said("NID T90101001A.") == ("block", [("albanian_nid", "T90101001A")])
    assert _said("Letra T98230500A.") == ("pass", [])


def test_ten_digits_mean_a_kosovo_number_only_beside_the_words():
    assert _said("numri personal: 1234567892") == ("block", [("kosovo_number", "1234567892")])
    assert _said("lični broj 1234567891") == ("hold", [("kosovo_number", "1234567891")])
    assert _said("Faktura 1234567892") == ("pass", [])


SPECIMENS = """P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10
P<UTOPERSONI<<FIKTIVE<<<<<<<<<<<<<<<<<<<<<<<
ZZ00000251UTO8511054F3106305TRAINING<<<<<<68
P<UTOTESTOV<<PRIMER<<<<<<<<<<<<<<<<<<<<<<<<<
ZZ00000170UTO9001011M3012316<<<<<<<<<<<<<<<8
I<UTOD231458907<<<<<<<<<<<<<<<
7408122F1204159UTO<<<<<<<<<<<6
ERIKSSON<<ANNA<MARIA<<<<<<<<<<"""


def test_specimens_of_the_state_that_does_not_exist_pass_and_any_other_state_does_not():
    assert _said(SPECIMENS) == ("pass", [])
    assert _said(SPECIMENS.replace("UTO", "SRB"))[0] == "block"


@pytest.mark.parametrize("filler", ["<" * 15, "<" * 7])
def test_a_second_line_whose_digits_were_all_copied_wrong_is_held(filler):
    line = f"AB12345670SRB8708041M2601110{filler}5"
    assert _said(line) == ("hold", [("mrz", line)])
    assert _said(line.replace("SRB", "UTO")) == ("pass", [])
    upper = "P<SRBPRIMEROVIC<<ANA<<<<<<<<<<<<<<<<<<<<<<<<"
    assert _said(f"{upper}\n{line}") == ("block", [("mrz", upper), ("mrz", line)])


def test_a_code_of_that_length_without_days_in_it_is_no_zone():
    assert _said("AB12345670SRB8799991M2601990XXXXXXXXXXXXXXX5") == ("pass", [])


def test_the_name_line_of_a_card_alone_is_blocked():
    assert _said("ERIKSSON<<ANNA<MARIA<<<<<<<<<<") == ("block", [("mrz", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")])


def test_the_word_before_an_account_is_nobodys_name():
    kinds = [kind for kind, _ in _said("Born 12 March 1987.\nIBAN RS35 2600 0560 1001 6113 79")[1]]
    assert kinds == ["birth_date", "iban"]


def test_an_account_stops_where_the_sentence_goes_on():
    assert _said("IBAN RS35 2600 0560 1001 6113 79 and more") == ("block", [("iban", "RS35 2600 0560 1001 6113 79")])
    assert _said("IBAN RS36 2600 0560 1001 6113 79 and more") == ("hold", [("iban", "RS36 2600 0560 1001 6113 79")])
    assert _said("IBAN RS00 2600 0560 1001 6113 79, invented") == ("pass", [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Passport no. BA1234567 was found", "BA1234567"),
        ("Pasaporta nr. BA1234567 u gjet", "BA1234567"),
        ("Pronađen je pasoš broj A1234567", "A1234567"),
        ("Пронађен је пасош број 012345678", "012345678"),
        ("Pronađena je putovnica 012 345 678", "012 345 678"),
        ("Најден е пасош број А1234567", "А1234567"),
        ("Letërnjoftim nr. 029123456", "029123456"),
        ("Лична карта бр. 004512378", "004512378"),
        ("the number P01234567 (passport)", "P01234567"),
        ("laissez-passer No 0456123", "0456123"),
        ("Reisepass C01X00T47", "C01X00T47"),
        ("putni list broj 123456", "123456"),
    ],
)
def test_the_number_of_a_paper_is_held_beside_the_name_of_the_paper(text, number):
    verdict, findings = _said(text)
    assert (verdict, [seen for _, seen in findings]) == ("hold", [number])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tel. +383 44 123 456 i 12 dana", "+383 44 123 456"),
        ("00381 64 1234567", "00381 64 1234567"),
        ("Pozovite 069/123-456", "069/123-456"),
        ("mob 044 123 456", "044 123 456"),
        ("Тел: +389 70 123 456", "+389 70 123 456"),
        ("Viber 063 123 45 67", "063 123 45 67"),
    ],
)
def test_a_telephone_number_is_pointed_out(text, number):
    assert _said(text) == ("warn", [("phone", number)])


def test_an_address_is_pointed_out_however_the_at_sign_is_written():
    assert _said("petar@gmail.com") == ("warn", [("email", "petar@gmail.com")])
    assert _said("petar (at) gmail (dot) com") == ("warn", [("email", "petar (at) gmail (dot) com")])
    assert _said("learner@example.org, a@mail.example.com") == ("pass", [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Petar Petrović, rođen 12.03.1984. u Nišu", "Petar Petrović"),
        ("Петар Петровић, рођен 12. марта 1984.", "Петар Петровић"),
        ("Arben Hoxha, i lindur më 3 mars 1990", "Arben Hoxha"),
        ("Марија Стојановска, родена на 12.03.1984", "Марија Стојановска"),
        ("born on 1984-03-12: Besa Krasniqi", "Besa Krasniqi"),
        ("DOB 12/03/1984, Ahmad Khan", "Ahmad Khan"),
    ],
)
def test_a_name_beside_a_birth_date_is_held(text, name):
    verdict, findings = _said(text)
    assert (verdict, [seen for kind, seen in findings if kind == "name_with_birth_date"]) == ("hold", [name])


def test_a_birth_date_alone_is_pointed_out_and_a_name_alone_is_not():
    assert _said("born on 12.03.1984") == ("warn", [("birth_date", "12.03.1984")])
    assert _said("Petar Petrović held the training.") == ("pass", [])


def test_a_known_given_name_with_a_bare_date_is_held_unless_the_date_is_recent():
    assert _said("Petar Petrović (12.03.1984)") == ("hold", [("name_with_birth_date", "Petar Petrović")])
    assert _said("Petar Petrović, 12.03.2024") == ("pass", [])


def test_what_the_caller_allows_passes_and_only_that():
    text = "Focal point: +381 11 3008 200, desk@readmission.example.net, office@mup.gov.xx"
    allow = ("+381 11 3008-200", "@mup.gov.xx")
    assert _said(text, allow=allow) == ("pass", [])
    assert _said(text + " or petar@mup.gov.xx.com", allow=allow)[0] == "warn"


def test_a_person_of_a_case_may_be_named_in_any_order():
    text = "Vežbanović Đorđe, born 08.04.1987; Đorđe was compared."
    assert _said(text)[0] == "hold"
    assert _said(text, allow=("Đorđe Vežbanović", "08.04.1987")) == ("pass", [])
    assert _said("Petar Vežbanović, born 08.04.1987", allow=("Đorđe Vežbanović", "08.04.1987"))[0] == "hold"


def test_offsets_count_code_points_of_what_was_typed():
    verdict = scan("🙂 ＪＭＢＧ 01\u200b01090710002")
    assert [(f.start, f.end) for f in verdict.findings] == [(7, 21)]


def test_a_text_past_the_cap_is_held_unread():
    verdict = scan("a" * (engine.MAX_CODE_POINTS + 1))
    assert (verdict.verdict, verdict.kinds) == ("hold", (TOO_LONG,))


def test_a_list_of_hundreds_is_held_without_counting_them_all():
    verdict = scan("x@y.org " * 2000)
    assert (verdict.verdict, verdict.kinds, len(verdict.findings)) == ("hold", ("email", TOO_MANY), 501)


def test_a_scan_cut_short_has_no_verdict():
    with pytest.raises(OutOfTime):
        scan("any text", go_on=lambda: False)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("JMBG: 0101090 710002", "0101090 710002"),
        ("01 01 090 71 000 2", "01 01 090 71 000 2"),
        ("ЕМБГ:0101090710002и још", "0101090710002"),
        ("0,1,0,1,0,9,0,7,1,0,0,0,2", "0,1,0,1,0,9,0,7,1,0,0,0,2"),
        ("०१०१०९०७१०००२", "०१०१०९०७१०००२"),
        ("0\u20e31\u20e30\u20e31\u20e30\u20e39\u20e30\u20e37\u20e31\u20e30\u20e30\u20e30\u20e32", None),
        ("nid Ј 0 5 1 1 5 9 9 9 К", "Ј 0 5 1 1 5 9 9 9 К"),
        ("личен број 1234567892", "1234567892"),
        ("numri personal i tij është 1 234 567 892", "1 234 567 892"),
        ("P < S R B P E T R O V I C < < P E T A R < < < < <", "P < S R B P E T R O V I C < < P E T A R < < < < <"),
        ("PPALBHOXHA<<ARBEN<<<<<<<<<<<<<<<<<<<<<<<<<<<", "PPALBHOXHA<<ARBEN<<<<<<<<<<<<<<<<<<<<<<<<<<<"),
        ("IBANRS35260005601001611379", "RS35260005601001611379"),
        ("rs35 2600 0560 1001 6113 79", "rs35 2600 0560 1001 6113 79"),
    ],
)
def test_hiding_a_number_does_not_hide_it(text, seen):
    verdict, findings = _said(text)
    assert verdict == "block"
    assert seen is None or [stretch for _, stretch in findings] == [seen]


@pytest.mark.parametrize(
    "text",
    [
        "ID no. 029384756",
        "He showed ID 029384756 at the desk",
        "J. M. B. G. 0101090710003",
        "leje kalimi nr. 0456123",
        "патен лист број 0456123",
        "CNIC 12345-1234567-1",
        "OIB 12345678903",
        "Пасош бр: 0 1 2 3 4 5 6 7 8",
        "passport 012.345.678",
        "Petar Petrović, rođ. 12.3.1984",
        "Krasniqi, Agim, b. 1990-06-05",
        "petar petrović, rođen 12.03.1984",
        "Surname: Petrović. Name: Petar. DOB: 12.03.1984",
        "Fatima A., 12.03.2012",
        "Ilirjana Shala (12.03.1984)",
        "Shala Ilirjana, e lindur 12.3.1984",
        "Мирјана Ќосевик (5.5.1991)",
        "Farhad Rahimi, DOB 1990/05/12",
        "Hasan Ahmadi born in Kabul on 1 January 1995",
    ],
)
def test_what_points_at_one_person_is_held(text):
    assert scan(text).verdict == "hold"


@pytest.mark.parametrize("text", ["tel 381641234567", "mail: petar.petrovic at gmail.com", "petar @ gmail . com"])
def test_ways_to_reach_somebody_are_pointed_out(text):
    assert scan(text).verdict == "warn"
