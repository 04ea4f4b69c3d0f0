import pytest

from courses.cohorts import api
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db


def test_a_trainers_home_counts_who_needs_somebody(cohort, trainer, add, django_assert_num_queries):
    add(person(), person(), text="nora@example.org, Nora New, Border police")
    with django_assert_num_queries(4):
        (attention,) = api.attention_for(trainer)
    assert (attention.people, attention.not_started, attention.not_joined, attention.idle) == (3, 2, 1, 0)
    assert attention.url == f"/en/cohorts/{cohort.uuid}/"


def test_others_are_told_nothing(cohort):
    assert api.attention_for(person("trainer")) == ()


def test_a_learner_finds_the_dates_of_the_own_cohort(cohort, add):
    vera = person()
    add(vera)
    (dates,) = api.dates_of(vera)
    assert (dates.name, dates.due, dates.place) == (cohort.name, cohort.due, "Tirana")
    assert api.dates_of(person()) == ()
