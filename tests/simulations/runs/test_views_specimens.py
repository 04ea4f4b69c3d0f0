"""The page of the style guide that shows every kind of paper."""

import re

import pytest

from simulations.runs.engine import specimens
from simulations.runs.screens import samples

pytestmark = pytest.mark.django_db


def page(client):
    return client.get("/styleguide/papers/")


def test_every_kind_of_paper_is_shown_once(client):
    html = page(client).content.decode()
    assert re.findall(r"<code>kind: (\w+)</code>", html) == list(specimens.KINDS)
    assert html.count('class="spec spec--') == len(specimens.KINDS)
    assert html.count("<h1") == 1


def test_no_drawing_needs_an_exception_from_the_content_policy(client):
    answer = page(client)
    assert not re.search(r"<[^>]*\sstyle\s*=|<script(?![^>]*src=)", answer.content.decode())
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]


def test_every_id_of_the_page_stands_once(client):
    ids = re.findall(r'\sid="([^"]+)"', page(client).content.decode())
    assert sorted(ids) == sorted(set(ids))


def test_what_is_drawn_stands_below_as_text_too(client):
    for paper in samples.specimens():
        drawn = {spot.key for spot in paper.spots}
        assert {f'data-field="{key}"' in str(paper.drawing) for key in drawn} == {True}
        assert all(spot.value for spot in paper.spots)


def test_the_style_guide_leads_there(client):
    assert 'href="/styleguide/papers/"' in client.get("/styleguide/").content.decode()
