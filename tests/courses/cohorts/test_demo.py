"""The cohort of the demo site, built by the services of every room it needs."""

import pytest

from courses.catalogue import demo as catalogue
from courses.certificates.models import Certificate
from courses.cohorts import demo, queries
from courses.cohorts.models import Cohort, Participant
from courses.learning import demo as learning
from portal.accounts import demo as accounts
from portal.core import clock
from simulations.runs.models import Run
from simulations.scenarios import demo as scenarios

pytestmark = pytest.mark.django_db


def test_twelve_officials_stand_where_the_script_says(django_capture_on_commit_callbacks, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    with django_capture_on_commit_callbacks(execute=True):
        accounts.build()
        scenarios.build()
        catalogue.build()
        learning.build()
        demo.build()
    before = (Participant.objects.count(), Certificate.objects.count())
    with django_capture_on_commit_callbacks(execute=True):
        demo.build()
    assert (Participant.objects.count(), Certificate.objects.count()) == before == (12, 3)

    board = queries.board_of(Cohort.objects.get(), at=clock.now())
    assert {need: len(getattr(board, need)) for need in ("not_joined", "not_started", "idle", "finished")} == {
        "not_joined": 1,
        "not_started": 1,
        "idle": 2,
        "finished": 3,
    }
    outcomes = Run.objects.values_list("outcome", flat=True)
    assert {outcome: list(outcomes).count(outcome) for outcome in set(outcomes)} == {"pass": 6, "fail": 1, "": 1}
    selma = next(member for member in board.members if member.name == "Selma Hadževir")
    assert (selma.tries, selma.done) == ((False, True), 10)
