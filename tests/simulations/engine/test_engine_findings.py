"""What a task showed: for the page that follows it and for the debrief."""

from simulations.engine.debrief import debrief
from tests.simulations.engine.playing import do
from tests.simulations.engine.talking import talk, talking


def findings(*commands):
    log = talk(*commands, do("agree"))
    return [item.findings for item in debrief(talking(), log).decisions]


def test_a_form_shows_its_fields_and_counts_the_data():
    (first, _) = findings(do("fill", application={"surname": "Vezbanovic", "health": "ill"}))
    (form,) = first.forms
    assert [(item.field.key, item.word) for item in form.fields] == [
        ("surname", "fits"),
        ("given", "empty"),
        ("birth", "empty"),
        ("health", "excess"),
    ]
    assert (form.input, form.tally.entered, form.tally.needed) == ("application", 2, 3)


def test_marks_show_what_was_found_missed_and_wrong():
    (first, _) = findings(do("inspect", marks=["birth:swapped", "surname:altered"]))
    (seen,) = first.marks
    assert (seen.document.key, seen.found, seen.missed) == ("passport", ("birth",), ("expires", "stamp"))
    assert seen.wrong == ("surname:altered",)


def test_a_question_shows_its_answer_and_what_kind_of_question_it_was():
    log = talk(do("interview", question="fear"), do("interview", question="school"), do("agree"))
    first, second, _ = debrief(talking(), log).decisions
    assert (first.findings.question.answer.say(), first.verdict) == ("He says nothing.", "cost")
    assert [text.say() for text in first.feedback] == ["It takes the answer out of his mouth.", "Not so."]
    assert second.verdict == "sound"


def test_what_lay_on_the_desk_and_was_not_opened_before_deciding_is_a_finding():
    (hasty, _) = findings(do("refuse", words="he is not ours"))
    assert [item.key for item in hasty.unopened] == ["note"]
    (careful, _) = findings(do("read", document="note"), do("refuse", words="he is not ours"))
    assert careful.unopened == ()


def test_a_form_is_filled_from_papers_that_were_opened():
    (hasty, _) = findings(do("fill", application={"surname": "x"}))
    assert [item.key for item in hasty.unopened] == ["passport", "note"]
