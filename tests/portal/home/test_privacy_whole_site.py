"""One person in every room: the file names them all, and being forgotten empties them all."""

import json

import pytest
from django.apps import apps

from courses.certificates import services as certificates
from portal.accounts import registry
from portal.accounts.services.privacy import erase, everything_about
from portal.competencies.api import record_evidence
from portal.core.clock import now
from simulations.agreements.engine import shelf
from simulations.agreements.engine.confirming import year_statement
from simulations.agreements.services import Signer, confirm
from tests.factories.courses import completed_by, publish_small_course
from tests.factories.network import question, specialist
from tests.factories.simulations import Player, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def vera():
    member = specialist("AL")
    user = member.user
    user.name, user.email = "Vera Solmarku", "vera.solmarku@example.org"
    user.save()
    publish_small_course()
    certificates.issue(enrolment_uuid=completed_by(user).uuid)
    publish()
    Player(user)
    question(member)
    days = year_statement(shelf.year_tables()[0])
    confirm(statement=days, signer=Signer(user, user.uuid), shown=days.content, compared_with="Official Gazette")
    record_evidence(user_id=user.pk, competency="legal_clocks", source="test", score=0.9, at=now())
    return user


def as_text(user):
    return json.dumps(everything_about(user), cls=registry.DocumentEncoder, ensure_ascii=False)


def test_the_file_has_something_from_every_room(vera):
    rooms = {label.split(".")[0] for label in everything_about(vera)["data"]}
    assert {"accounts", "learning", "certificates", "runs", "spaces", "forum", "competencies", "agreements"} <= rooms
    assert "Vera Solmarku" in as_text(vera)


def test_being_forgotten_leaves_the_name_and_the_address_nowhere(vera, client):
    (certificate,) = certificates_of(vera)
    erase(user=vera)
    assert "Solmarku" not in as_text(vera)
    assert "solmarku" not in whole_database()
    assert "Valid" in client.get(f"/c/{certificate.serial}/").content.decode()


def certificates_of(user):
    return list(certificates.Certificate.objects.filter(user=user))


def whole_database():
    """Every text in every row, folded."""
    return "\n".join(
        str(row).casefold() for model in apps.get_models() for row in model._base_manager.values_list() if row
    )
