"""Each kind of fault, planted at several places of sound cases, is named with its place."""

import pytest

from simulations.engine.check.report import SHALLOW
from simulations.scenarios.engine.library import keys
from tests.simulations.engine.check.cases import SMALL, TRANSLATED, case_of, paired, report_of
from tests.simulations.engine.check.faults import FAULTS
from tests.simulations.engine.check.planting import planted

IN_PLAY = (20.0, 400_000)
PLAYED = {
    "act_after_which_nothing_is_left",
    "act_that_must_not_have_been_done",
    "act_that_must_not_be_done_so_often",
    "act_that_waits_for_the_end",
    "pass_that_comes_by_itself",
    "silent_counterpart_where_no_way_is_written",
    "unreviewed_law_that_spares_somebody",
}


def where_there_is_room(fault, name):
    """The next case that has a place for it; not every case has an interview or a limit."""
    shipped = [key for key in keys() if key not in TRANSLATED]
    turn = shipped.index(name)
    return next((key for key in (*shipped[turn:], *shipped[:turn]) if any(planted(case_of(key), fault, 1))), name)


PAIRS = dict.fromkeys(
    (fault, name if name in SMALL else where_there_is_room(fault, name)) for fault, name in paired(FAULTS)
)


@pytest.mark.parametrize(("fault", "name"), PAIRS)
def test_a_planted_fault_is_named_where_it_stands(fault, name):
    missed = []
    for found in planted(case_of(name), fault, most=6 if name in SMALL else 2):
        report = report_of(found.text, limits=IN_PLAY if fault in PLAYED else SHALLOW)
        if not any(item.code in found.codes and item.where.startswith(found.place) for item in report.problems):
            missed.append((found.place, [(item.code, item.where) for item in report.problems]))
    assert missed == []
