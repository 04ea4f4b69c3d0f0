from datetime import date
from uuid import UUID

import pytest

from courses.learning.models import Enrolment
from courses.learning.services import CourseNotOpen, complete_activity, enrol
from courses.syllabus.models import Course
from tests.courses.small import uid

COHORT = UUID(int=7)


def test_an_enrolment_pins_the_version_and_remembers_who_this_was(course, learner):
    enrolment = enrol(user=learner, course_code="small")
    assert enrolment.syllabus == Course.objects.get().current
    assert (enrolment.required_total, enrolment.required_done, enrolment.state) == (3, 0, "active")
    assert str(enrolment.next_activity) == uid("small", "one")
    assert (enrolment.snap_jurisdiction, enrolment.snap_institution) == ("AL", "Border police of AL")
    assert (enrolment.snap_sex, enrolment.snap_function) == ("female", "Caseworker")


def test_a_second_click_changes_nothing(course, learner):
    first = enrol(user=learner, course_code="small")
    complete_activity(enrolment_uuid=first.uuid, activity_uuid=UUID(uid("small", "one")), source="ticked")
    second = enrol(user=learner, course_code="small")
    assert (second.uuid, second.required_done) == (first.uuid, 1)


def test_joining_a_cohort_later_keeps_the_progress(course, learner):
    first = enrol(user=learner, course_code="small")
    joined = enrol(user=learner, course_code="small", cohort_key=COHORT, due=date(2026, 12, 11))
    assert (joined.uuid, joined.cohort_key, joined.due) == (first.uuid, COHORT, date(2026, 12, 11))
    assert Enrolment.objects.count() == 1


def test_a_course_for_cohorts_is_entered_through_a_cohort_only(course, learner, colleague):
    Course.objects.update(is_open=False)
    with pytest.raises(CourseNotOpen):
        enrol(user=learner, course_code="small")
    assert enrol(user=colleague, course_code="small", cohort_key=COHORT).cohort_key == COHORT


def test_nobody_enrols_in_what_is_not_there_or_off_the_shelf(course, learner):
    with pytest.raises(CourseNotOpen):
        enrol(user=learner, course_code="unknown")
    Course.objects.update(is_listed=False)
    with pytest.raises(CourseNotOpen):
        enrol(user=learner, course_code="small")
