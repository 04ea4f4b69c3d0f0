"""The case of forty acts that `make bench` measures is what it is said to be: large, and sound."""

from simulations.agreements.engine.shelf import reference
from simulations.engine.check.report import QUICK, check_file
from simulations.engine.loader import load
from tests.bench.forty import forty_acts


def test_five_desks_make_forty_acts_with_clocks_injects_and_each_kind_of_stop_rule():
    case = load(forty_acts(), reference(), key="forty")
    sizes = (len(case.acts), len(case.safeguards), len(case.deadlines), len(case.injects), len(case.counterparts))
    assert sizes == (40, 5, 3, 4, 1)
    templates = {guard.template for guard in case.safeguards.values()}
    assert templates == {"never_unless", "never_while", "after_do_within", "needs_evidence"}


def test_it_is_found_sound_while_its_author_waits():
    report = check_file(forty_acts(), reference(), key="forty", limits=QUICK)
    assert [problem.as_dict() for problem in report.problems] == []
    assert {row["status"] for row in report.as_dict()["safeguards"]} == {"proved"}
