from datetime import date

import pytest

from courses.cohorts import services
from courses.cohorts.engine import pasting
from courses.syllabus.models import Course
from portal.accounts.models import Jurisdiction
from tests.factories.accounts import person
from tests.factories.courses import publish_small_course


@pytest.fixture
def trainer(db):
    return person("trainer", name="Mirsad Tolev")


@pytest.fixture
def cohort(trainer):
    publish_small_course()
    return services.create_cohort(
        name="Autumn group",
        course=Course.objects.get(),
        starts=date(2026, 11, 2),
        ends=date(2026, 12, 4),
        due=date(2026, 12, 11),
        place="Tirana",
        languages=["en", "sq"],
        jurisdiction=Jurisdiction.objects.get(code="AL"),
        owner=trainer,
    )


@pytest.fixture
def add(cohort, trainer):
    """Puts people with accounts, or pasted lines, into the cohort."""

    def add(*people, text=""):
        lines = "\n".join([*(each.email for each in people), text])
        known = {each.email for each in people}
        checked = pasting.check(pasting.read(lines), known=known, members=set())
        return services.add_people(
            cohort_id=cohort.pk,
            lines=checked,
            jurisdiction=Jurisdiction.objects.get(code="AL"),
            locale="sq",
            actor=trainer,
        )

    return add
