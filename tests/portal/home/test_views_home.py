from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from courses.cohorts.api import Attention
from courses.cohorts.engine import pasting
from courses.cohorts.services import add_people, create_cohort
from courses.learning.api import enrol
from courses.syllabus.models import Course
from portal.accounts.api import Role, invite_person
from portal.accounts.models import Invitation, Jurisdiction
from portal.core.clock import now
from portal.home.queries import home_of, words
from portal.home.queries.needs import needs_of
from tests.factories import courses
from tests.factories.accounts import person
from tests.factories.courses import CODE, publish_small_course
from tests.factories.simulations import Player, publish

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 8, 30, tzinfo=ZoneInfo("Europe/Sarajevo"))


def test_a_stranger_stands_before_the_sign_in(client):
    assert client.get("/")["Location"] == "/en/"
    assert client.get("/en/")["Location"] == "/en/account/login/?next=/en/"


@pytest.mark.parametrize(
    ("hour", "said"), [(8, "Good morning, Vera"), (11, "Good afternoon, Vera"), (18, "Good evening, Vera")]
)
def test_the_greeting_follows_the_clock_on_the_wall(hour, said):
    assert words.greeting("Vera Sol", MORNING.replace(hour=hour)) == said


@pytest.mark.parametrize(("minutes", "said"), [(1, "1 minute"), (59, "59 minutes"), (60, "1 h"), (100, "1 h 40")])
def test_durations_are_said_in_words(minutes, said):
    assert words.duration(minutes) == said


@pytest.mark.parametrize(
    ("day", "said"), [(20, "was due 3 days ago"), (23, "due today"), (24, "due in 1 day"), (30, "due in 7 days")]
)
def test_dates_say_how_far_they_are(day, said):
    assert words.until(MORNING.date().replace(day=day), MORNING.date()) == said


def test_whoever_has_joined_nothing_is_led_to_the_courses(client):
    home = home_of(person(), MORNING)
    assert (home.next_step.title, home.next_step.url) == ("Choose your first course", "/en/courses/")
    assert (home.case, home.dates, home.places) == (None, (), ())


def test_whoever_has_joined_a_course_has_one_obvious_thing_to_do(client):
    learner = person(name="Vera Sol")
    publish_small_course()
    enrol(user=learner, course_code=CODE, due=MORNING.date().replace(day=30))
    home = home_of(learner, MORNING)
    assert home.next_step.action == "Start lesson 1"
    assert [(item.date.day, item.text) for item in home.dates] == [(30, "Lessons and test, due in 7 days")]
    client.force_login(learner)
    page = client.get("/en/").content.decode()
    assert page.count("ra-next__title") == 1
    assert "Start lesson 1" in page


def test_the_case_in_hand_is_one_click_away(client):
    learner = person()
    publish()
    player = Player(learner)
    case = home_of(learner, MORNING).case
    assert case.url == f"/en/cases/runs/{player.run.uuid}/"
    assert case.facts[-1][0] == "Day in the case"
    client.force_login(learner)
    assert "Resume the case" in client.get("/en/").content.decode()


def test_staff_see_who_needs_them_and_where_they_begin(client):
    client.force_login(person(Role.COORDINATOR))
    page = client.get("/en/").content.decode()
    assert "Nobody waits for you." in page
    assert 'href="/en/account/invitations/"' in page
    assert 'href="/en/audit/"' not in page
    assert "ra-next__title" not in page


def test_what_is_most_pressing_comes_first_whatever_the_cohort():
    def cohort(name, **counts):
        none = dict.fromkeys(("failed_twice", "not_started", "not_joined", "idle", "finished"), 0)
        return Attention(name, f"/{name}", "c", date(2026, 12, 1), people=5, **none | counts)

    leads = (cohort("a", idle=2, not_joined=1), cohort("b", failed_twice=1, not_started=3))
    assert [(need.title, need.url) for need in needs_of(person(), leads)] == [
        ("1 person has failed the test twice", "/b"),
        ("3 people have not started", "/b"),
        ("2 people have not gone on for a week", "/a"),
        ("1 person has not followed the invitation", "/a"),
    ]


def test_expired_invitations_wait_for_their_coordinator():
    coordinator = person(Role.COORDINATOR, scope="AL")
    invite_person(
        email="late@example.org",
        name="Late",
        institution="Border police",
        jurisdiction=coordinator.institution.jurisdiction,
        locale="en",
        actor=coordinator,
    )
    assert needs_of(coordinator, ()) == ()
    Invitation.objects.update(expires_at=now() - timedelta(days=1))
    assert [need.title for need in needs_of(coordinator, ())] == ["1 invitation has expired unused"]
    assert needs_of(person(Role.COORDINATOR, scope="RS"), ()) == ()


def join(monkeypatch, user, number):
    """One of several small courses, each with its own lessons."""
    for name in ("FIRST", "SECOND", "MODULE"):
        monkeypatch.setattr(courses, name, uuid4())
    monkeypatch.setattr(courses, "CODE", f"small-{number}")
    monkeypatch.setattr(courses, "LABELS", {str(courses.FIRST): "First lesson", str(courses.SECOND): "Second lesson"})
    courses.publish_small_course()
    enrol(user=user, course_code=courses.CODE, due=date(2026, 11, 30))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_learners_home_costs_the_same_for_one_course_and_for_three(
    client, monkeypatch, django_assert_num_queries, rows
):
    learner = person(Role.LEARNER)
    for number in range(rows):
        join(monkeypatch, learner, number)
    client.force_login(learner)
    client.get("/en/")
    publish()
    Player(learner)
    with django_assert_num_queries(8):
        assert client.get("/en/").content.decode().count("ra-dates__item") == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_a_coordinators_home_costs_the_same_for_one_cohort_and_for_three(client, django_assert_num_queries, rows):
    coordinator = person(Role.COORDINATOR)
    courses.publish_small_course()
    for number in range(rows):
        made = create_cohort(
            name=f"Group {number}",
            course=Course.objects.get(),
            starts=date(2026, 11, 2),
            ends=date(2026, 12, 4),
            due=date(2026, 12, 11),
            place="Tirana",
            languages=["en"],
            jurisdiction=None,
            owner=coordinator,
        )
        official = person()
        line = pasting.check(pasting.read(official.email), known={official.email}, members=set())
        add_people(
            cohort_id=made.pk,
            lines=line,
            jurisdiction=Jurisdiction.objects.get(code="AL"),
            locale="en",
            actor=coordinator,
        )
    client.force_login(coordinator)
    client.get("/en/")
    with django_assert_num_queries(9):
        assert client.get("/en/").content.decode().count("n-exc__i") == rows


def test_titles_in_english_are_marked_so_on_a_page_that_speaks_another_language(client):
    learner = person(name="Vera Sol")
    publish()
    Player(learner)
    publish_small_course()
    enrol(user=learner, course_code=CODE, due=now().date() + timedelta(days=7))
    client.force_login(learner)
    bosnian, english = (client.get(address).content.decode() for address in ("/bs/", "/en/"))
    assert '<h2 class="ra-next__title" id="next" lang="en">' in bosnian
    assert '<h3 class="ra-card__title" lang="en">' in bosnian
    assert '<p class="ra-card__text" lang="en">' in bosnian
    assert '<b lang="en"><a class="ra-calm"' in bosnian
    assert english.count('<h2 class="ra-next__title" id="next">') == english.count('<h3 class="ra-card__title">') == 1
