"""How each block becomes parts, and what an author is not allowed to leave out."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation
from wagtail.blocks import StructBlockValidationError
from wagtail.documents.models import Document

from courses.catalogue.blocks import BodyBlock
from courses.catalogue.services.reading import reader_for

pytestmark = pytest.mark.django_db
BODY = BodyBlock()


@pytest.fixture
def reader(db):
    with translation.override("en"):
        reader = reader_for("en")
        reader.place = "Lesson one"
        yield reader


def parts(reader, kind, value):
    block = BODY.child_blocks[kind]
    return block.parts(block.to_python(value), "b1", reader)


def html(reader, kind, value):
    (part,) = parts(reader, kind, value)
    assert part["kind"] == "html"
    return part["html"]


def cleaned(kind, value):
    block = BODY.child_blocks[kind]
    return block.clean(block.to_python(value))


def test_a_text_is_prose_with_its_values_filled_in(reader):
    words = html(reader, "text", "<p>Due within [[eu-serbia.reply]].</p>")
    assert words.startswith('<div class="ra-prose"><p>Due within 10 calendar days')
    assert "not reviewed" in words


def test_the_name_with_the_asterisk_leads_to_its_note(reader):
    assert 'Kosovo<a class="ra-ast" href="#kosovo-note">' in html(reader, "text", "<p>Kosovo* has no agreement.</p>")


def test_a_case_says_that_it_is_fictional(reader):
    words = html(reader, "case", {"person": "Nadir Sol", "html": "<p>Nadir Sol is 41.</p>"})
    assert "Nadir Sol is 41." in words
    assert "Person and case are fictional." in words


def stored(name, body=b"\0"):
    return Document.objects.create(title="At the desk", file=ContentFile(body, name))


VIDEO = {"title": "At the desk", "minutes": "2.5", "transcript": "<p>She knocks. He stands up.</p>"}


def test_a_video_is_ours_with_its_length_size_and_transcript(reader, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    words = html(reader, "video", {**VIDEO, "file": stored("desk.mp4").pk})
    assert '<video controls preload="none" src="/documents/' in words
    assert ("2.5 min" in words, "She knocks. He stands up." in words) == (True, True)


def test_a_video_block_takes_videos_only(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert cleaned("video", {**VIDEO, "file": stored("desk.webm").pk})["file"].filename.endswith(".webm")
    with pytest.raises(StructBlockValidationError) as refused:
        cleaned("video", {**VIDEO, "file": stored("form.pdf").pk})
    assert list(refused.value.block_errors) == ["file"]


@pytest.mark.parametrize(
    ("tone", "classes"), [("plain", "ra-note ra-column"), ("safeguard", "ra-note ra-note--safeguard ra-column")]
)
def test_a_callout_has_a_tone(reader, tone, classes):
    assert f'class="{classes}"' in html(reader, "callout", {"tone": tone, "title": "Stop", "html": "<p>Wait.</p>"})


def test_a_citation_brings_title_source_and_mark_from_the_register(reader):
    words = html(reader, "citation", {"provision": "eu-serbia.art-17", "note": "In own words."})
    assert "EU–Serbia readmission agreement, Article 17" in words
    assert "In own words." in words
    assert "ra-checked--unreviewed" in words
    assert reader.citations == [("eu-serbia.art-17", "b1")]


def test_a_citation_of_a_law_nobody_knows_is_a_problem_with_its_place(reader):
    assert parts(reader, "citation", {"provision": "eu-atlantis.art-1", "note": ""}) == []
    assert reader.problems == ["Lesson one: the law register has no eu-atlantis.art-1."]


def test_a_value_nobody_knows_is_a_problem_with_its_place(reader):
    html(reader, "text", "<p>[[eu-serbia.nothing]]</p>")
    assert len(reader.problems) == 1
    assert reader.problems[0].startswith("Lesson one: no agreement pack has the value")


def test_a_time_limit_is_counted_by_the_pack(reader):
    words = html(
        reader,
        "deadline",
        {"value": "eu-serbia.reply", "received": "2026-04-02", "requested": "RS", "requesting": "DE"},
    )
    assert "out by Thursday 9 April is in time on every reading" in words
    assert '<td class="ra-calendar__due"><b>9</b><span>in time</span></td>' in words


def test_a_time_limit_beyond_the_day_tables_is_a_problem(reader):
    parts(
        reader,
        "deadline",
        {"value": "eu-serbia.reply", "received": "2040-04-02", "requested": "RS", "requesting": "DE"},
    )
    assert reader.problems[0].startswith("Lesson one: this time limit cannot be counted")


def test_a_table_can_be_listened_to(reader):
    table = {"caption": "Who decides", "head": ["Question", "By"], "rows": [["Identity", "us"], ["Risk", "them"]]}
    words = html(reader, "table", table)
    assert "<caption" in words
    assert words.count('scope="col"') == 2
    assert 'data-label="By"' in words
    with pytest.raises(StructBlockValidationError):
        cleaned("table", table | {"rows": [["too", "many", "cells"]]})
    with pytest.raises(ValidationError):
        cleaned("table", table | {"caption": ""})


def test_a_checklist_lists(reader):
    words = html(reader, "checklist", {"title": "Before you sign", "items": ["One", "Two <b>"]})
    assert words.count("<li>") == 2
    assert "Two &lt;b&gt;" in words


QUESTION = {
    "type": "single",
    "stem": "What comes first?",
    "options": [
        {"key": "a", "text": "Sign", "is_right": False, "feedback": "No."},
        {"key": "b", "text": "Ask", "is_right": True, "feedback": "Yes."},
    ],
    "feedback": "",
    "law": ["eu-serbia.art-17"],
    "competency": "",
}


def test_a_question_is_a_part_of_its_own_with_the_law_behind_it(reader):
    (part,) = parts(reader, "question", QUESTION)
    assert (part["kind"], part["uuid"], part["correct"]) == ("question", "b1", ["b"])
    assert part["law"][0]["title"] == "EU–Serbia readmission agreement, Article 17"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"options": [QUESTION["options"][0]] * 2}, "same key"),
        ({"options": [o | {"is_right": False} for o in QUESTION["options"]]}, "No option is marked as right"),
        ({"options": [o | {"is_right": True} for o in QUESTION["options"]]}, "Only one option can be right"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(change, words):
    with pytest.raises(StructBlockValidationError) as refusal:
        cleaned("question", QUESTION | change)
    assert words in str(refusal.value.block_errors["options"])


def test_putting_in_order_is_mixed_alike_for_everybody(reader):
    rows = [{"key": key, "text": key.title()} for key in ("stop", "record", "refer", "wait")]
    value = {"stem": "In order, please", "rows": rows, "feedback": "", "law": [], "competency": ""}
    (first,), (again,) = (parts(reader, "ordering", value) for _ in range(2))
    assert first["correct"] == {"stop": "1", "record": "2", "refer": "3", "wait": "4"}
    assert first["rows"] == again["rows"] != [{"id": row["key"], "text": row["text"]} for row in rows]


def test_matching_needs_targets_that_exist(reader):
    value = {
        "stem": "Match",
        "rows": [{"key": "card", "text": "A card", "target": "prima"}, {"key": "p", "text": "P", "target": "proof"}],
        "targets": [{"key": "proof", "text": "proof"}, {"key": "prima", "text": "prima facie"}],
        "feedback": "",
        "law": [],
        "competency": "",
    }
    (part,) = parts(reader, "matching", value)
    assert part["correct"] == {"card": "prima", "p": "proof"}
    with pytest.raises(StructBlockValidationError):
        cleaned("matching", value | {"targets": [{"key": "x", "text": "x"}, {"key": "y", "text": "y"}]})


@pytest.mark.parametrize(("kind", "missing"), [("image", "alt"), ("video", "transcript")])
def test_a_picture_needs_words_and_a_video_a_transcript(kind, missing):
    assert BODY.child_blocks[kind].child_blocks[missing].required
