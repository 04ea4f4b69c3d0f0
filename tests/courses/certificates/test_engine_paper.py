import io
from dataclasses import replace
from datetime import UTC, datetime

from pypdf import PdfReader

from courses.certificates.engine.paper import Paper, qr_svg, render

LETTERS = "Ђ Ѓ Ќ Џ Њ Љ Ћ ђ ѓ ќ џ њ љ ћ ë ç ć č đ š ž Ë Ç Ć Č Đ Š Ž"
PAPER = Paper(
    lang="sr",
    site="Readmission Academy",
    title="Certificate: Readmission basics",
    heading="Certificate of completion",
    holder_line="This certifies that",
    holder="Мирјана Ќосевик",
    course_line="has completed the course",
    course="Readmission basics",
    facts=(("Study", "3 hours"),),
    competencies_line="Whoever has completed it:",
    competencies=("Applies the stop rules.", 'Quotes "rules" \\ and #hashes.'),
    check_line="Check that this certificate is valid:",
    check_url="https://academy.example.org/c/RA-2026-0234-5678-9ABC-DEFZ/",
    qr_description="QR code with the address",
    serial_label="Serial",
    serial="RA-2026-0234-5678-9ABC-DEFZ",
    issued_at=datetime(2026, 12, 9, tzinfo=UTC),
)


def read(paper):
    return PdfReader(io.BytesIO(render(paper)))


def text_of(paper):
    return " ".join(page.extract_text() for page in read(paper).pages)


def test_every_letter_of_our_languages_is_on_the_paper():
    text = text_of(replace(PAPER, holder=LETTERS))
    assert [letter for letter in LETTERS.split() if letter not in text] == []


def test_the_paper_says_what_it_was_given_and_runs_no_word_of_it():
    text = text_of(PAPER)
    for words in ("Мирјана Ќосевик", "Readmission basics", "3 hours", PAPER.serial, PAPER.check_url, "and #hashes."):
        assert words in text


def test_the_paper_is_one_tagged_page_in_its_language_with_a_title():
    document = read(PAPER)
    root = document.trailer["/Root"]
    assert len(document.pages) == 1
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "sr"
    assert document.metadata.title == "Certificate: Readmission basics"
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_a_paper_that_names_no_competency_does_not_announce_any():
    text = text_of(replace(PAPER, competencies=()))
    assert ("Whoever has completed it" in text, PAPER.serial in text) == (False, True)


def test_the_address_is_a_link_and_a_code():
    links = [each.get_object()["/A"]["/URI"] for each in read(PAPER).pages[0]["/Annots"]]
    assert links == [PAPER.check_url]
    assert qr_svg(PAPER.check_url).count("<path") == 1
    assert qr_svg(PAPER.check_url) != qr_svg(PAPER.check_url + "x")


def test_the_same_words_give_the_same_file():
    assert render(PAPER) == render(PAPER)


def test_a_long_name_and_six_competencies_still_fit_one_page():
    long = "Chooses the agreement and the procedure, computes every limit with its unit, and acts before it ends. " * 2
    crowded = replace(PAPER, holder="Aleksandra-Konstantina Petrović-Đorđević " * 3, competencies=(long.strip(),) * 6)
    assert len(read(crowded).pages) == 1
