"""No sound case is refused, however it is written."""

import json

import pytest

from tests.simulations.engine.check.cases import NAMES, case_of, report_of
from tests.simulations.engine.check.variations import MINIMAL, VARIATIONS, WAITING, varied


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("variation", VARIATIONS)
def test_a_sound_case_is_not_refused(variation, name):
    report = report_of(json.dumps(varied(case_of(name), variation), ensure_ascii=False))
    assert [problem.as_dict() for problem in report.problems] == []


@pytest.mark.parametrize("text", [MINIMAL, WAITING])
def test_a_case_with_hardly_anything_in_it_is_not_refused(text):
    assert [problem.as_dict() for problem in report_of(text).problems] == []
