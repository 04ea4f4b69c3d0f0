"""The register file: every entry whole, and nobody's signature invented."""

from urllib.parse import urlparse

import pytest

from portal.law.models import Mark
from portal.law.services import read_register

ENTRIES = [
    pytest.param(provision, id=f"{instrument['key']}.{provision['key']}")
    for instrument in read_register()["instruments"]
    for provision in instrument["provisions"]
]


@pytest.mark.parametrize("provision", ENTRIES)
def test_an_entry_has_text_source_and_a_known_mark(provision):
    assert provision["text"]["en"]
    assert provision["heading"]["en"]
    assert provision["source"]
    assert provision["mark"] in Mark.values
    assert urlparse(provision.get("source_url", "https://example.org")).scheme == "https"


@pytest.mark.parametrize("provision", ENTRIES)
def test_nobody_has_signed_yet(provision):
    assert provision["mark"] != Mark.REVIEWED
    assert not provision.keys() & {"checked_on", "checked_by"}


@pytest.mark.parametrize("provision", ENTRIES)
def test_what_is_called_general_knowledge_is_marked_so(provision):
    assert (provision["source"].startswith("General knowledge")) == (provision["mark"] == Mark.GENERAL_KNOWLEDGE)


def test_no_key_is_used_twice():
    keys = [f"{i['key']}.{p['key']}" for i in read_register()["instruments"] for p in i["provisions"]]
    assert len(keys) == len(set(keys))
