"""What a changed value touches: cases by their files and versions, lessons by their pages."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from simulations.agreements.api import reference
from simulations.agreements.engine.citations import cited_in
from simulations.engine.check.report import LONG
from simulations.scenarios.api import publish_scenario
from simulations.scenarios.engine import library

pytestmark = pytest.mark.django_db


def touches(name: str, **options) -> str:
    out = StringIO()
    call_command("agreements", "touches", name, stdout=out, **options)
    return out.getvalue()


def test_a_value_touches_the_clock_that_runs_on_it_and_the_words_that_cite_it():
    rows = json.loads(touches("eu-serbia.extension", json=True))
    easter = [row["where"] for row in rows if row["name"] == "easter_clock"]
    assert "deadlines.reply.extension" in easter
    assert {row["token"] for row in rows} == {"eu-serbia.extension"}


def test_a_pack_touches_everything_that_any_of_its_values_touches():
    whole, one = (json.loads(touches(name, json=True)) for name in ("eu-serbia", "eu-serbia.extension"))
    assert [row for row in whole if row["token"] == "eu-serbia.extension"] == one
    assert len(whole) > len(one)


def test_a_published_version_is_named_beside_its_file():
    raw = library.path_of("easter_clock").read_bytes()
    publish_scenario(key="easter_clock", raw=raw, reference=reference(), limits=LONG)
    rows = json.loads(touches("eu-serbia.extension", json=True))
    assert {row["kind"] for row in rows} >= {"case", "version"}


def test_nothing_rests_on_a_value_nobody_cites():
    assert touches("switzerland-bih.document_renewal").endswith("touches 0 cases and lessons in 0 places.\n")


@pytest.mark.parametrize("name", ["eu-atlantis", "eu-serbia.replay", "", "."])
def test_a_name_nobody_has_is_refused(name):
    with pytest.raises(CommandError, match="No pack and no value"):
        touches(name)


def test_places_are_spelled_as_authors_know_them():
    document = {"deadlines": {"reply": {"value": "a-b.c"}}, "acts": [{"text": {"en": "By [[a-b.c]]."}}, "a-b.cd"]}
    assert list(cited_in(document, {"a-b.c"})) == [
        ("a-b.c", "deadlines.reply.value"),
        ("a-b.c", "acts[0].text.en"),
    ]
