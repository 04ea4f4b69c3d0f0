"""Filling the register from its file."""

import copy

import pytest
from django.db import IntegrityError

from portal.law import api, services
from portal.law.models import Citation, ProvisionVersion
from portal.law.services import fill_register, read_register

pytestmark = pytest.mark.django_db


def test_a_migrated_database_knows_every_provision_of_the_file():
    document = read_register()
    in_file = sum(len(instrument["provisions"]) for instrument in document["instruments"])
    assert (ProvisionVersion.objects.count(), len(api.register("en"))) == (in_file, in_file)


def test_filling_twice_writes_nothing():
    assert fill_register(read_register()) == 0


def test_a_changed_text_becomes_a_second_version_and_the_first_stays():
    document = copy.deepcopy(read_register())
    _provision(document, "eu-serbia", "refusal")["text"]["en"] = "A refusal gives detailed reasons."
    assert fill_register(document) == 1
    versions = ProvisionVersion.objects.filter(provision__key="eu-serbia.refusal")
    assert [(v.n, v.text["en"]) for v in versions] == [
        (1, "The refusal of an application gives its reasons."),
        (2, "A refusal gives detailed reasons."),
    ]
    assert api.provision("eu-serbia.refusal", "en").text == "A refusal gives detailed reasons."


def test_nothing_counts_as_reviewed_without_a_reviewer_and_a_day():
    document = copy.deepcopy(read_register())
    _provision(document, "eu-serbia", "refusal")["mark"] = "reviewed"
    with pytest.raises(IntegrityError):
        fill_register(document)


def test_a_place_that_cites_twice_is_noted_once():
    for _ in range(2):
        api.cite("eu-serbia.art-17", "question:one")
    api.cite("eu-serbia.art-17", "lesson:two")
    assert api.places_citing("eu-serbia.art-17") == ("lesson:two", "question:one")
    assert Citation.objects.count() == 2


def test_an_unknown_provision_cannot_be_cited():
    with pytest.raises(api.UnknownProvision, match="eu-serbia.art-99"):
        services.cite(key="eu-serbia.art-99", place="question:one")


def _provision(document, instrument_key, key):
    instrument = next(entry for entry in document["instruments"] if entry["key"] == instrument_key)
    return next(entry for entry in instrument["provisions"] if entry["key"] == key)
