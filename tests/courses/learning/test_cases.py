"""A practice case as a step of a course: one run however often it is opened, done when it is passed."""

from uuid import UUID

import pytest

from courses.learning.models import Completion
from courses.learning.services import enrol
from simulations.runs.models import Run
from simulations.runs.signals import run_ended
from tests.courses.small import document, stands, text, uid
from tests.factories.simulations import publish

CASE = uid("cased", "case")
BEGIN = f"/en/learn/cased/{CASE}/begin/"


@pytest.fixture
def case(db):
    return publish("small-case")


@pytest.fixture
def played(db, learner):
    course = document("cased")
    step = {
        "uuid": CASE,
        "kind": "simulation",
        "scenario": "small-case",
        "required": True,
        "en": {"title": "The case", "html": "<p>Try it.</p>"},
    }
    course["modules"][0]["lessons"][0]["blocks"] = [text("cased", "words", "Words"), step]
    stands(course)
    return enrol(user=learner, course_code="cased")


def test_the_case_is_a_step_of_the_course_and_stands_in_its_lesson(client, learner, played):
    client.force_login(learner)
    assert played.required_total == 4
    assert "The case" in client.get("/en/learn/cased/").content.decode()
    assert BEGIN in client.get(f"/en/learn/cased/{uid('cased', 'one')}/").content.decode()
    assert "Open the case" in client.get(f"/en/learn/cased/{CASE}/").content.decode()


def test_opening_it_twice_is_one_run(client, learner, played, case):
    client.force_login(learner)
    addresses = {client.post(BEGIN).headers["Location"] for _ in range(2)}
    run = Run.objects.get()
    assert addresses == {f"/en/cases/runs/{run.uuid}/"}
    assert run.context == {"enrolment": str(played.uuid), "activity": CASE}


def test_a_look_aside_at_the_case_does_not_move_the_place(client, learner, played, case):
    client.force_login(learner)
    client.get(f"/en/learn/cased/{uid('cased', 'two')}/")
    client.post(BEGIN)
    played.refresh_from_db()
    assert str(played.next_activity) == uid("cased", "two")


def test_a_case_that_is_not_open_is_said_in_words(client, learner, played):
    client.force_login(learner)
    page = client.post(BEGIN, follow=True).content.decode()
    assert "This case is not open at the moment." in page


@pytest.mark.parametrize(
    ("passed", "context", "steps"),
    [
        (True, {"enrolment": None, "activity": CASE}, 1),
        (False, {"enrolment": None, "activity": CASE}, 0),
        (True, {}, 0),
        (True, None, 0),
        (True, {"enrolment": str(UUID(int=3)), "activity": CASE}, 0),
        (True, {"enrolment": None, "activity": str(UUID(int=3))}, 0),
    ],
)
def test_a_passed_run_counts_for_the_enrolment_it_was_started_from(played, passed, context, steps):
    if context and context["enrolment"] is None:
        context = context | {"enrolment": str(played.uuid)}
    for _ in range(2):
        run_ended.send(sender=Run, run_uuid=UUID(int=1), scenario_key="easter_clock", passed=passed, context=context)
    played.refresh_from_db()
    assert (played.required_done, Completion.objects.count()) == (steps, steps)


def test_a_pass_whose_news_was_lost_is_found_when_the_case_is_opened_again(client, learner, played, case):
    client.force_login(learner)
    client.post(BEGIN)
    Run.objects.update(ended_at="2026-11-22T10:00:00Z", outcome="pass")
    client.post(BEGIN)
    played.refresh_from_db()
    assert played.required_done == 1
    assert Run.objects.count() == 2
