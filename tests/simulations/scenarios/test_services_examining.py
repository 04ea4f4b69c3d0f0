"""What the engine cannot know is named at its place, by the command and before anything is published."""

import json

import pytest

from simulations.agreements.api import reference
from simulations.engine.check.report import SHALLOW
from simulations.engine.problems import ScenarioInvalid
from simulations.engine.source import read
from simulations.scenarios import services
from simulations.scenarios.engine.library import path_of
from simulations.scenarios.models import ScenarioVersion
from simulations.scenarios.services.examining import examine
from tests.factories.simulations import REFERENCE, SMALL_CASE


def easter(path="", said=""):
    """Easter clock with one part written otherwise."""
    case = read(path_of("easter_clock").read_bytes()).value
    *way, last = path.split(".")
    table = case
    for part in way:
        table = table[int(part) if isinstance(table, list) else part]
    if path:
        table[last] = said
    return json.dumps(case, ensure_ascii=False, indent=1)


def found(text):
    report = examine(text, reference(), key="x", limits=SHALLOW)
    return [(item.code, item.where.partition(" (line ")[0]) for item in report.problems]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("messages.confirmed.body", "He has the number 0101090710002."),
        ("documents.form.fields.0.shown", "1506091175007"),
        ("acts.search_register.label", "Call +389 70 123 456"),
        ("endings.answered.text", "Write to luka.luka@gmail.com."),
    ],
)
def test_a_number_or_an_address_of_somebody_is_named_where_it_stands(path, said):
    case = read(path_of("easter_clock").read_bytes()).value
    if path.split(".")[1] not in case[path.split(".")[0]]:
        path = f"{path.split('.')[0]}.{next(iter(case[path.split('.')[0]]))}.{path.split('.', 2)[2]}"
    where = path.replace(".0.", "[0].")
    assert found(easter(path, said)) == [("personal_data", where)]


def test_a_case_with_invented_people_holds_nothing_of_the_kind():
    assert found(easter()) == []


def test_the_side_that_another_agreement_binds_is_not_asked():
    assert ("side_of_another_pack", "requested") in found(easter("requested", "AL"))


def test_what_is_no_file_is_told_and_not_raised():
    assert found("a: [1, 2") == [("syntax", "line 2")]


@pytest.mark.django_db
def test_a_case_with_the_number_of_somebody_is_not_published():
    raw = SMALL_CASE.replace("Small case", "Small case of 0101090710002")
    with pytest.raises(ScenarioInvalid, match="identity number"):
        services.publish_scenario(key="small-case", raw=raw, reference=REFERENCE)
    assert not ScenarioVersion.objects.exists()
