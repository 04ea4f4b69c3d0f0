"""What is wrong with a form, an interview, a duty or a style is told with its place, all at once."""

import json

import pytest

from simulations.agreements.engine.shelf import reference
from simulations.engine.atoms import Asked, DocumentIs, InjectIs, InputCount, MarksFound
from simulations.engine.loader import load
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.scenario import Within
from simulations.engine.sentences import sentence
from tests.simulations.engine.talking import changed, talking


def problems(change) -> list[tuple[str, str]]:
    with pytest.raises(ScenarioInvalid) as invalid:
        load(changed(change), reference(), key="broken")
    return [(problem.code, problem.where) for problem in invalid.value.problems]


FIELD = "forms.application.fields.surname"
TASKS = """
    FIELD.fits = null : missing .
    FIELD.fits = ["  "] : missing .
    FIELD.fits = "Vežbanović" : wrong_type ., missing .
    FIELD.block = "Z" : unknown_blocks .
    FIELD.compare = "sound" : not_offered .
    FIELD.kind = "colour" : not_offered .
    FIELD.needed = "perhaps" : wrong_type .
    FIELD.from = ["visa.name", "passport.shoe"] : unknown_documents .[0], unknown_field .[1]
    FIELD.lable = "x" : unknown_key .
    forms.application.fields = {} : missing .
    acts.fill.inputs.application.form = "other" : unknown_forms .
    acts.fill.inputs.other = {"kind": "choice", "form": "application", "label": "x"} : missing ., unknown_key ..form
    acts.inspect.inputs.marks.document = "visa" : unknown_documents .
    documents.passport.odd = {"corner": "altered", "stamp": "ugly"} : not_offered ..corner, not_offered ..stamp
    documents.passport.echoes = {"mrz2": ["birth", "shoe"]} : unknown_field ..mrz2[1]
    documents.passport.echoes = {"corner": "birth"} : not_offered ..corner
    acts.triage.inputs.files.options = {"quiet": "One"} : too_few .
    acts.interview.questions = {} : missing .
    acts.interview.limit = 9 : limit .
    acts.interview.limit = 0 : limit .
    acts.interview.questions.fear.manner = "rude" : not_offered .
    acts.interview.questions.fear.answer = null : no_text .
    acts.interview.inputs = {"question": {"kind": "text", "label": "x"}} : reserved_key ..question
    acts.agree.limit = 2 : not_an_interview .
    acts.agree.questions = {} : not_an_interview .
    acts.refuse.looks_at = ["visa"] : unknown_documents .[0]
    acts.fire = {"group": "look", "label": "x"} : reserved_key .
"""
DUTIES = """
    safeguards.told.within = null : within .
    safeguards.told.within = {"days": 1, "minutes": 5} : within .
    safeguards.told.within = {"days": -1} : within ..days
    safeguards.told.within = {"open_days": 1} : within .
    safeguards.told.within = {"days": 1, "calendar": "RS"} : within .
    safeguards.told.within = {"value": "eu-serbia.silence", "calendar": "RS"} : value_has_no_length ..value
    safeguards.told.do = null : missing .
    safeguards.told.do = ["dance"] : unknown_acts .[0]
    safeguards.told.after = ["dance"] : unknown_acts .[0]
    safeguards.told.unless = {"act": "ask"} : safeguard_guard .
    safeguards.proven.evidence = "some" : not_offered .
    safeguards.proven.of = ["visa"] : unknown_documents .[0]
    safeguards.proven.within = {"days": 1} : safeguard_guard .
    safeguards.proven.waived = {"because": "Nobody can."} : missing ..by
    safeguards.proven.waived = {"by": "A. Name"} : no_text ..because
    injects.newspaper.by = "somebody" : not_offered .
    injects.newspaper.at = "2026-04-08T11:00" : not_offered .
    injects.newspaper.expects = {"within": {"days": 1}} : missing ..acts
    counterparts.nobody = {"styles": ["prompt"]} : unknown_people .
    counterparts.man = {"styles": []} : missing ..styles
    counterparts.man = {"styles": ["rude"]} : not_offered ..styles
    counterparts.man = {"styles": ["prompt"], "slow": {}} : not_offered ..slow
    counterparts.germany.slow = {"open_days": -1} : delay ..open_days
    counterparts.germany.silent = {"drops": ["nothing"]} : unknown_messages ..drops[0]
    also = ["law-of-the-moon"] : unknown_pack .[0]
"""


def rows(table: str) -> list[tuple[str, object, list[tuple[str, str]]]]:
    """“path = value : code place, …”; a place begins with the path, written as a point."""
    found = []
    for line in filter(None, map(str.strip, table.splitlines())):
        path, _, rest = line.replace("FIELD", FIELD).partition(" = ")
        value, _, told = rest.rpartition(" : ")
        codes = [tuple(item.split(" ")) for item in told.split(", ")]
        found.append((path, json.loads(value), [(code, place.replace(".", path, 1)) for code, place in codes]))
    return found


@pytest.mark.parametrize(("path", "value", "expected"), rows(TASKS + DUTIES))
def test_what_is_written_wrongly_is_told_with_its_place(path, value, expected):
    assert problems({path: value}) == expected


def test_a_safeguard_has_one_template_and_an_inject_something_that_starts_it():
    none, two, by_nobody = {"evidence": None}, {"while": {"act": "ask"}}, {"injects.newspaper.by": None}
    for part in (none, two):
        change = {f"safeguards.proven.{key}": value for key, value in part.items()}
        assert problems(change) == [("safeguard_guard", "safeguards.proven")]
    assert problems(by_nobody) == [("missing", "injects.newspaper")]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"could_see": "visa"}, [("unknown_documents", "could_see")]),
        ({"asked": "agree"}, [("unknown_interviews", "asked")]),
        ({"asked": "interview", "question": "shoes"}, [("unknown_question", "question")]),
        ({"asked": "interview", "manner": "rude"}, [("not_offered", "manner")]),
        ({"inject": "rain"}, [("unknown_injects", "inject")]),
        ({"inject": "newspaper", "is": "open"}, [("not_offered", "is")]),
        ({"counterpart": "man", "is": "slow"}, [("unknown_counterparts", "counterpart")]),
        ({"counterpart": "germany", "is": "formalist"}, [("unknown_style", "is")]),
        ({"counterpart": "germany"}, [("missing", "is")]),
        ({"input": "application", "count": ["right"], "at_least": 1}, [("not_offered", "count")]),
        ({"input": "application", "count": ["fits"]}, [("missing", "")]),
        ({"input": "marks", "found": "some"}, [("wrong_type", "found")]),
    ],
)
def test_a_condition_that_asks_for_what_is_not_there_is_told_with_its_place(condition, expected):
    where = "rubric.open.when"
    places = [(code, f"{where}.{part}" if part else where) for code, part in expected]
    assert problems({where: condition}) == places


def test_all_of_it_is_told_at_once():
    change = {
        f"{FIELD}.fits": None,
        "acts.interview.limit": 9,
        "safeguards.told.within": {"days": -1},
        "counterparts.germany.silent": {"drops": ["nothing"]},
    }
    assert len(problems(change)) == 4


def test_a_clock_can_have_started_before_the_case_only_if_it_runs_at_its_beginning():
    clock = {"title": "T", "value": "eu-serbia.transfer", "requested": "RS", "requesting": "DE", "cites": []}
    begun = clock | {"started_on": "2026-03-18", "starts_at_begin": True}
    case = load(changed({"deadlines": {"transfer": begun}}), reference(), key="x")
    assert case.deadlines["transfer"].started_on.isoformat() == "2026-03-18"
    assert problems({"deadlines": {"transfer": clock | {"started_on": "2026-03-18"}}}) == [
        ("started_on", "deadlines.transfer.started_on")
    ]


def test_values_of_further_packs_are_frozen_in():
    case = load(changed({"also": ["eu-bih"], "rubric.form.cites": ["eu-bih.reply"]}), reference(), key="x")
    assert {token.partition(".")[0] for token in case.values} == {"eu-serbia", "eu-bih"}


def test_a_value_of_a_pack_that_the_case_does_not_name_is_refused():
    with pytest.raises(ScenarioInvalid) as invalid:
        load(changed({"rubric.form.cites": ["eu-albania.reply"]}), reference(), key="x")
    assert [(item.code, item.where) for item in invalid.value.problems] == [("pack_not_named", "rubric.form.cites[0]")]


def test_words_on_a_paper_may_be_said_in_each_language_and_count_as_logic_in_one():
    plain, spoken = "two, named on arrival", {"en": "two, named on arrival", "sq": "dy, me emër"}
    told = {"key": "wards", "label": "Children"}
    one, other = (
        load(changed({"documents.note.fields": [told | {"shown": words}]}), reference(), key="x")
        for words in (plain, spoken)
    )
    (field,) = other.documents["note"].fields
    assert (field.shown, field.said.say("sq"), one.documents["note"].fields[0].said.say("sq")) == (
        plain,
        "dy, me emër",
        "",
    )
    assert one.logic_hash == other.logic_hash


def test_a_waiver_is_said_and_changes_no_logic():
    waived = {"because": "No act of this case can show it.", "by": "A. Name"}
    case = load(changed({"safeguards.proven.waived": waived}), reference(), key="x")
    assert (case.safeguards["proven"].waived.because.say(), case.safeguards["proven"].waived.by) == tuple(
        waived.values()
    )
    assert case.logic_hash == talking().logic_hash


def test_what_is_written_becomes_what_is_meant():
    case = talking()
    rules = case.acts["inspect"].rules
    assert rules[0].when == MarksFound("marks", every=True)
    assert rules[1].when == MarksFound("marks", 1, ("birth",))
    assert case.rubric["form"].when == InputCount("application", frozenset({"fits"}), 4)
    assert case.rubric["saw"].when == DocumentIs("note", "here")
    assert case.rubric["called"].when == InjectIs("newspaper", frozenset({"met"}))
    assert case.safeguards["told"].within == Within(days=1)
    assert case.safeguards["proven"].guard.parts == (DocumentIs("passport", "read"),)
    assert Asked("interview", manners=frozenset({"leading", "harmful"})) in case.rubric["open"].when.parts[1].parts


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("form", "at least 4 fields of “application” are fits"),
        ("saw", "“Interview note” is here"),
        ("quick", "Requesting authority is prompt"),
        ("called", "“A newspaper calls” is met"),
    ],
)
def test_a_condition_can_be_read_aloud(item, expected):
    assert sentence(talking(), talking().rubric[item].when) == expected


def test_a_condition_on_an_interview_can_be_read_aloud():
    several, none_led = sentence(talking(), talking().rubric["open"].when).split(" and ")
    assert several == "at least 2 questions asked in “Talk to him”"
    assert none_led == "(none of this: at least 1 harmful or leading question asked in “Talk to him”)"
