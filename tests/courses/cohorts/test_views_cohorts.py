import re

import pytest

from courses.assessment.services import open_seat, publish_quiz, start_attempt, submit_attempt
from courses.cohorts.models import Cohort, CohortRole, Participant
from courses.learning.models import Enrolment
from courses.syllabus.models import Course
from portal.accounts.models import Invitation, Jurisdiction
from portal.core import clock
from portal.notify.models import Mail
from tests.courses.assessment.documents import ACTIVITY, KEY, QUIZ
from tests.factories.accounts import person
from tests.factories.courses import completed_by, publish_small_course

pytestmark = pytest.mark.django_db
FORM = {
    "course": "small-course",
    "name": "Spring group",
    "starts_day": "2",
    "starts_month": "3",
    "starts_year": "2027",
    "ends_day": "9",
    "ends_month": "4",
    "ends_year": "2027",
    "due_day": "16",
    "due_month": "4",
    "due_year": "2027",
    "languages": ["en", "sq"],
}


def address(cohort, end=""):
    return f"/en/cohorts/{cohort.uuid}/{end}"


def test_a_trainer_makes_a_cohort_and_goes_on_to_the_people(client, trainer):
    publish_small_course()
    client.force_login(trainer)
    made = client.post("/en/cohorts/new/", FORM)
    cohort = Cohort.objects.get()
    assert made.url == address(cohort, "people/")
    assert (cohort.name, cohort.languages, cohort.owner) == ("Spring group", ["en", "sq"], trainer)


def test_a_form_with_mistakes_keeps_what_was_typed_and_says_all(client, trainer):
    publish_small_course()
    client.force_login(trainer)
    html = client.post("/en/cohorts/new/", FORM | {"ends_year": "2026", "languages": []}).content.decode()
    assert "The last day cannot lie before the first day." in html
    assert "Choose at least one language." in html
    assert 'value="Spring group"' in html


def test_a_name_that_is_taken_is_said_in_the_form(client, trainer, cohort):
    client.force_login(trainer)
    html = client.post("/en/cohorts/new/", FORM | {"name": cohort.name}).content.decode()
    assert "This course has a cohort of this name already." in html


def test_pasted_lines_are_checked_before_anything_happens(client, trainer, cohort):
    known = person()
    client.force_login(trainer)
    lines = f"{known.email}\nnora@example.org, Nora New, Border police\nno address"
    html = client.post(address(cohort, "people/"), {"lines": lines, "locale": "sq"}).content.decode()
    assert "is enrolled at once" in html
    assert "receives an invitation" in html
    assert "There is no e-mail address in this line." in html
    assert "Mend the marked lines, or take them out." in html
    assert "nora@example.org, Nora New, Border police" in html
    assert Participant.objects.count() == 0


def test_checked_lines_are_taken_on_confirmation_once(client, trainer, cohort):
    known = person()
    client.force_login(trainer)
    lines = f"{known.email}\nnora@example.org, Nora New, Border police"
    data = {"lines": lines, "locale": "sq", "jurisdiction": "AL"}
    assert "Enrol 1, invite 1" in client.post(address(cohort, "people/"), data).content.decode()
    for _ in range(2):
        taken = client.post(address(cohort, "people/"), data | {"confirm": "1"})
    assert taken.url == address(cohort)
    assert (Participant.objects.count(), Invitation.objects.count(), Enrolment.objects.count()) == (2, 1, 1)


def test_a_megabyte_of_lines_is_refused_with_words(client, trainer, cohort):
    client.force_login(trainer)
    html = client.post(address(cohort, "people/"), {"lines": "x" * 1_000_000, "locale": "en"}).content.decode()
    assert "Paste at most 200 lines." in html


def test_the_page_of_a_cohort_shows_who_needs_somebody_first(client, trainer, cohort, add):
    new, done = person(name="Goran New"), person(name="Vera Done")
    add(new, done)
    completed_by(done)
    client.force_login(trainer)
    html = client.get(address(cohort)).content.decode()
    assert "1 has not started" in html
    assert html.index("Goran New</th>") < html.index("Vera Done</th>")
    assert "2 of 2" in html
    assert "First lesson" in html


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_of_a_cohort_costs_the_same_for_any_number(
    client, trainer, cohort, add, people, django_assert_num_queries
):
    add(*(person() for _ in range(people)))
    client.force_login(trainer)
    client.get(address(cohort))
    with django_assert_num_queries(9):
        client.get(address(cohort))


@pytest.mark.parametrize("more", [0, 2])
def test_the_list_of_cohorts_costs_the_same_for_any_number(
    client, trainer, cohort, add, more, django_assert_num_queries
):
    add(person())
    for number in range(more):
        another = Cohort.objects.create(
            name=f"Group {number}",
            course=Course.objects.get(),
            starts=cohort.starts,
            ends=cohort.ends,
            due=cohort.due,
            owner=trainer,
        )
        Participant.objects.create(cohort=another, user=person(), email=f"p{number}@example.org", added_at=clock.now())
    client.force_login(trainer)
    client.get("/en/cohorts/")
    with django_assert_num_queries(7):
        html = client.get("/en/cohorts/").content.decode()
    assert html.count("<section") >= 1 + more


@pytest.mark.parametrize(
    ("roles", "scope", "status"),
    [
        (("administrator",), None, 200),
        (("coordinator",), "AL", 200),
        (("coordinator",), "RS", 404),
        (("trainer",), None, 404),
        ((), None, 404),
    ],
)
def test_a_cohort_is_seen_by_its_trainers_and_inside_the_scope(client, cohort, roles, scope, status):
    client.force_login(person(*roles, scope=scope))
    assert client.get(address(cohort)).status_code == status
    assert client.get(address(cohort, "people/")).status_code == status
    assert client.post(address(cohort, "remind/"), {"need": "idle"}).status_code == (302 if status == 200 else 404)


def test_an_observer_looks_and_changes_nothing(client, cohort, add):
    observer = person("trainer")
    CohortRole.objects.create(cohort=cohort, user=observer, role="observer")
    add(person())
    client.force_login(observer)
    html = client.get(address(cohort)).content.decode()
    assert "Write to 1" not in html
    assert client.get(address(cohort, "people/")).status_code == 404
    assert client.post(address(cohort, "remind/"), {"need": "not_started"}).status_code == 404


def test_a_learner_has_no_list_of_cohorts_and_a_stranger_signs_in(client, db):
    assert client.get("/en/cohorts/").status_code == 302
    client.force_login(person())
    assert client.get("/en/cohorts/").status_code == 404


def test_a_double_click_on_write_writes_once(client, trainer, cohort, add):
    add(person())
    client.force_login(trainer)
    for _ in range(2):
        answer = client.post(address(cohort, "remind/"), {"need": "not_started"}, follow=True).content.decode()
    assert "Everybody here was written to today already" in answer
    assert Mail.objects.filter(template="reminder").count() == 1


def test_whoever_needs_no_mail_gets_none(client, trainer, cohort):
    client.force_login(trainer)
    assert client.post(address(cohort, "remind/"), {"need": "finished"}).status_code == 404


def test_after_two_failed_tries_the_trainer_opens_one_more(client, trainer, cohort, add):
    publish_quiz(QUIZ | {"wait_hours": 0})
    learner = person(name="Goran Twice")
    add(learner)
    place = Participant.objects.get()
    seat = open_seat(user=learner, enrolment_uuid=place.enrolment_uuid, activity_uuid=ACTIVITY, quiz_key=KEY)
    for _ in range(2):
        submit_attempt(attempt_id=start_attempt(seat_id=seat.pk, locale="en").pk)
    client.force_login(trainer)
    assert "1 failed the test twice" in client.get(address(cohort)).content.decode()
    for _ in range(2):
        client.post(address(cohort, f"people/{place.uuid}/try/"))
    seat.refresh_from_db()
    assert seat.extra_attempts == 1


def test_the_place_of_another_cohort_is_not_found(client, trainer, cohort, add):
    other = Cohort.objects.create(
        name="Other",
        course=cohort.course,
        starts=cohort.starts,
        ends=cohort.ends,
        due=cohort.due,
        jurisdiction=Jurisdiction.objects.get(code="RS"),
    )
    place = Participant.objects.create(cohort=other, email="x@example.org", added_at=clock.now())
    client.force_login(trainer)
    assert client.post(address(cohort, f"people/{place.uuid}/try/")).status_code == 404


def test_what_somebody_has_done_stands_beside_the_name_before_the_steps(client, trainer, cohort, add):
    add(person())
    client.force_login(trainer)
    table = re.search(r"<table.*?</table>", client.get(f"/en/cohorts/{cohort.uuid}/").content.decode(), re.S)[0]
    words = [" ".join(re.sub("<[^>]+>", " ", each).split()) for each in re.findall(r"<th.*?</th>|<td.*?</td>", table)]
    assert words[:4] == ["Person", "Done", "From", "1 First lesson"]
