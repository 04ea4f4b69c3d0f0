from collections.abc import Iterator

import pytest
from django.test import TransactionTestCase
from django.utils import translation
from hypothesis import HealthCheck, settings

from tests import database

# A property is about results; how long an example takes depends on who else uses the machine.
settings.register_profile("academy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("academy")

# Its flush would be refused by the audit trail's triggers, and is not needed: the database is copied afresh below.
TransactionTestCase._fixture_teardown = lambda self: None


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker, request) -> Iterator[None]:
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with django_db_blocker.unblock():
        database.prepare(worker)
    yield
    with django_db_blocker.unblock():
        database.drop()


@pytest.fixture(autouse=True)
def _restore_after_commit(request, django_db_blocker) -> Iterator[None]:
    """A test that commits is followed by a fresh copy: its flush would also have taken what migrations put there."""
    yield
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        with django_db_blocker.unblock():
            database.restore()


@pytest.fixture(autouse=True)
def _speak_english_again() -> Iterator[None]:
    """A request leaves its language to the thread; what the next test reads must not depend on who ran before."""
    yield
    translation.deactivate()
