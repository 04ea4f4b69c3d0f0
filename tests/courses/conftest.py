import pytest

from courses.learning.services import enrol
from tests.courses.small import document, published, stands
from tests.factories.accounts import person


@pytest.fixture
def course(db):
    """A small course as learners have it."""
    return stands(document())


@pytest.fixture
def pages(db):
    """The same course as authors have it: written as pages and published by the services."""
    return published(document())


@pytest.fixture
def learner(db):
    return person(email="lena@example.org", name="Lena Dervari", function="Caseworker", sex="female")


@pytest.fixture
def colleague(db):
    return person(email="goran@example.org", name="Goran Stevšin")


@pytest.fixture
def enrolment(course, learner):
    return enrol(user=learner, course_code="small")
