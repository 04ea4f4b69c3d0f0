import pytest

from courses.catalogue.demo import build_course
from courses.learning.services import enrol
from portal.accounts.models import User


@pytest.fixture
def course(db):
    """The course that ships with the site, written and published by the services."""
    return build_course("readmission-basics", actor=None)


def _person(name: str) -> User:
    return User.objects.create_user(email=f"{name}@example.org", password="a-long-password", name=name.title())


@pytest.fixture
def learner(db):
    return _person("lena")


@pytest.fixture
def colleague(db):
    return _person("goran")


@pytest.fixture
def stranger(db):
    return _person("stranger")


@pytest.fixture
def enrolment(course, learner):
    return enrol(user=learner, course_code="readmission-basics")
