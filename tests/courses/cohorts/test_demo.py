"""The cohort of the demo site, built by the services of every room it needs."""

import pytest
from django.db.models import F
from django.urls import reverse

from courses.catalogue import demo as catalogue
from courses.certificates.models import Certificate
from courses.cohorts import demo, queries
from courses.cohorts.models import Cohort, Participant
from courses.learning import demo as learning
from portal.accounts import demo as accounts
from portal.core import clock
from simulations.runs import demo as runs
from simulations.runs.models import Run, SupportLine, WrittenWork
from simulations.scenarios import demo as scenarios

pytestmark = pytest.mark.django_db


def test_twelve_officials_stand_where_the_script_says(django_capture_on_commit_callbacks, settings, tmp_path, client):
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

    for _ in range(2):
        runs.build()
    one_text_waits_for_the_trainer_and_one_has_come_back(client)
    support = dict(SupportLine.objects.values_list("jurisdiction_id", "locale"))
    assert support.pop("AL") == support.pop("XK") == "sq"
    assert set(support.values()) == {"en"}


def one_text_waits_for_the_trainer_and_one_has_come_back(client):
    trainer, learner = accounts.cast()["trainer"], accounts.cast()["learner"]
    waiting, judged = WrittenWork.objects.order_by(F("judged_at").asc(nulls_first=True))
    assert (waiting.text.seat.user.name, waiting.text.text) == ("Damir Kovrlin", runs.SHORT_NOTE)
    assert (judged.text.seat.user, judged.judge, judged.met) == (learner, trainer, [0, 2, 3])
    assert judged.text.seat.run.outcome == Run.Outcome.PASS
    client.force_login(trainer)
    page = client.get(reverse("runs:texts"))
    assert (len(page.context["page"].waiting), len(page.context["page"].judged)) == (1, 1)
    assert runs.SHORT_NOTE in client.get(reverse("runs:text", kwargs={"work_id": waiting.pk})).text
    client.force_login(learner)
    told = client.get(reverse("runs:debrief", kwargs={"run_uuid": judged.text.seat.run.uuid})).text
    assert runs.COMMENT in told
