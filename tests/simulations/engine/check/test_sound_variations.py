"""No sound case is refused, however it is written."""

import json

import pytest

from simulations.agreements.engine.shelf import reference
from simulations.engine.check.report import check
from simulations.engine.loader import load
from tests.simulations.engine.check.cases import case_of, paired, report_of
from tests.simulations.engine.check.variations import MINIMAL, VARIATIONS, WAITING, varied


@pytest.mark.parametrize(("variation", "name"), paired(VARIATIONS))
def test_a_sound_case_is_not_refused(variation, name):
    report = report_of(json.dumps(varied(case_of(name), variation), ensure_ascii=False))
    assert [problem.as_dict() for problem in report.problems] == []


def test_a_case_with_hardly_anything_in_it_is_not_refused():
    assert [problem.as_dict() for problem in report_of(MINIMAL).problems] == []


def test_a_case_in_which_waiting_is_the_task_is_not_refused():
    case = load(WAITING, reference(), key="waiting")
    assert [problem.as_dict() for problem in check(case) if problem.refuses] == []
