"""What the debrief adds to the log: where to learn next, and the paper to keep."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from portal.competencies import registry
from portal.competencies.api import Resource
from portal.competencies.models import Evidence
from portal.core.clock import now
from simulations.runs.screens.debrief_paper import _law
from simulations.runs.screens.decisions import LawLine

pytestmark = pytest.mark.django_db
LESSON = Resource("D3", "lesson", "Time limits", "/en/learn/basics/one/#q-1", "en")
CASE = Resource("D3", "case", "One letter", "/en/cases/one_letter/", "en")


@pytest.fixture
def uncounted(play):
    """A pass by somebody who never worked out the date."""
    return play.act("ask_page").wait().act("look", marks=["birth"]).act("agree")


@pytest.fixture
def page(client, uncounted, owner, monkeypatch):
    monkeypatch.setattr(registry, "_sources", {"lesson": lambda *_: [LESSON], "case": lambda *_: [CASE]})
    client.force_login(owner)
    return lambda: client.get(reverse("runs:debrief", kwargs={"run_uuid": uncounted.run.uuid})).content.decode()


def failed(user, times: int) -> None:
    for n in range(times):
        Evidence.objects.create(user=user, competency="D3", source=f"run:{n}", score=0.1, at=now())


def test_what_was_not_shown_leads_to_the_lesson_that_explains_it(page):
    assert page().count(LESSON.url) == 2  # in the table, and at the safeguard that was not tested


def test_two_failures_in_a_row_are_named_with_the_very_block(page, owner):
    failed(owner, 2)
    html = page()
    assert "Procedure: not the first time" in html
    assert html.count(LESSON.url) == 3  # now above the table as well


def test_a_third_failure_asks_for_another_case(page, owner):
    failed(owner, 3)
    html = page()
    assert (html.count(CASE.url), html.count(LESSON.url)) == (3, 0)


def test_the_case_just_played_is_not_the_next_one(page, owner, monkeypatch):
    own = Resource("D3", "case", "Small case", "/en/cases/small-case/", "en")
    monkeypatch.setattr(registry, "_sources", {"lesson": lambda *_: [LESSON], "case": lambda *_: [own, CASE]})
    failed(owner, 3)
    html = page()
    assert (html.count("Case: <a"), html.count(CASE.url), html.count("Small case</a>")) == (3, 3, 0)


def test_a_course_is_named_as_one(page, monkeypatch):
    course = Resource("D3", "course", "The basics", "/en/learn/basics/", "en")
    monkeypatch.setattr(registry, "_sources", {"lesson": lambda *_: [course]})
    assert "Course: <a" in page()


def test_points_never_go_below_nought(client, owner, play):
    play.act("compute", last_day="2026-04-20")
    for _ in range(60):
        if not play.fresh.has_ended:
            play.end_day()
    client.force_login(owner)
    html = client.get(reverse("runs:debrief", kwargs={"run_uuid": play.run.uuid})).text
    assert ("0 of " in html, "-" in html.split("points. Of what")[0][-12:]) == (True, False)


def test_the_debrief_is_kept_as_a_tagged_pdf(client, finished, owner):
    client.force_login(owner)
    answer = client.get(reverse("runs:debrief_paper", kwargs={"run_uuid": finished.run.uuid}))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in answer.content
    again = client.get(reverse("runs:debrief_paper", kwargs={"run_uuid": finished.run.uuid}))
    assert answer.content == again.content


def test_nobody_else_gets_the_paper(client, finished, stranger):
    client.force_login(stranger)
    assert client.get(reverse("runs:debrief_paper", kwargs={"run_uuid": finished.run.uuid})).status_code == 404


def test_an_open_run_has_no_paper_yet(client, play, owner):
    client.force_login(owner)
    run = {"run_uuid": play.act("ask_page").run.uuid}
    assert client.get(reverse("runs:debrief_paper", kwargs=run))["Location"] == reverse("runs:workspace", kwargs=run)


def test_a_line_of_law_begins_with_a_capital_on_paper_as_on_the_page():
    lines = [
        LawLine("nobody is returned to a place of danger", "Art. 3", "Not reviewed", False),
        LawLine("10 calendar days", "", "", False),
    ]
    said = "Nobody is returned to a place of danger (Art. 3, not reviewed) · 10 calendar days"
    assert (_law(lines), render_to_string("simulations/runs/_law.html", {"law": lines}).strip()) == (said, said)
