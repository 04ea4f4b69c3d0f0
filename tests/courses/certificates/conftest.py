import pytest

from courses.certificates import services
from tests.factories.accounts import person
from tests.factories.courses import completed_by, publish_small_course


@pytest.fixture
def small_course(db):
    return publish_small_course()


@pytest.fixture
def holder(db):
    return person(name="Мирјана Ќосевик-Ђурић", email="mirjana@example.org", locale="en")


@pytest.fixture
def enrolment(small_course, holder):
    return completed_by(holder)


@pytest.fixture
def certificate(enrolment):
    return services.issue(enrolment_uuid=enrolment.uuid)
