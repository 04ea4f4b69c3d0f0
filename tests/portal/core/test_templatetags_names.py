"""The name that carries a note."""

from django.template import Context, Template

LINK = '<a class="ra-ast" href="#kosovo-note"><span class="govuk-visually-hidden">, see note</span>*</a>'


def written(text: str, **values: str) -> str:
    return Template("{% load portal %}" + text).render(Context(values))


def test_the_name_leads_to_its_note():
    assert written("{% kosovo %}") == f"Kosovo{LINK}"


def test_where_no_link_can_stand_the_mark_stays():
    assert written("{% kosovo plain=True %}") == "Kosovo*"


def test_the_name_of_a_jurisdiction_is_marked_in_any_of_our_languages():
    assert written("{{ name|marked }}", name="Kosovo* & Serbia") == f"Kosovo{LINK} &amp; Serbia"
    assert written("{{ name|marked }}", name="Косово*") == f"Косово{LINK}"
    assert written("{{ name|marked }}", name="Albania") == "Albania"
