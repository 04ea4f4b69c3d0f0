"""What holds for every template of the house."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from django.urls import URLResolver, get_resolver

ROOT = settings.BASE_DIR / "templates"
PAGES = sorted(path for path in ROOT.rglob("*.html"))
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    # A block of data is no script: no browser runs it.
    "an inline script": re.compile(r"<script\b(?![^>]*(?:\bsrc=|\btype=\"application/json\"))", re.I),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "a data: address": re.compile(r"[\"'(]data:", re.I),
    "a javascript: address": re.compile(r"javascript:", re.I),
}
REFERENCE = re.compile(r"{%\s*(?:include|extends)\s+\"([^\"]+)\"")
ADDRESS = re.compile(r"{%\s*url\s+[\"']([^\"']+)[\"']")
# The note quotes the name of a court's opinion; the style guide shows how the tag is written.
MAY_SAY_KOSOVO = {"components/kosovo_note.html", "styleguide.html"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_template_can_be_read(path):
    assert get_template(named(path)).origin.name == str(path)


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_a_template_needs_no_exception_from_the_content_policy(path):
    text = path.read_text(encoding="utf-8")
    assert [rule for rule, pattern in INLINE.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_what_a_template_includes_is_there(path):
    for name in REFERENCE.findall(path.read_text(encoding="utf-8")):
        get_template(name)


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_address_in_a_template_resolves(path):
    asked = set(ADDRESS.findall(path.read_text(encoding="utf-8")))
    assert asked - known_names() == set()


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_the_name_that_carries_a_note_comes_from_its_tag(path):
    text = re.sub(r"{#.*?#}|{%-?\s*kosovo.*?%}|{{\s*kosovo\s*}}", "", path.read_text(encoding="utf-8"))
    assert named(path) in MAY_SAY_KOSOVO or re.findall(r"kosov|косов", text, re.I) == []


@pytest.mark.parametrize("path", sorted((ROOT / "components").glob("*.html")), ids=lambda path: path.name)
def test_a_component_says_in_its_first_line_what_it_takes(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert re.search(r"{#.+?#}", first)


def known_names(resolver: URLResolver | None = None, prefix: str = "") -> set[str]:
    names: set[str] = set()
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            names |= known_names(entry, prefix + f"{entry.namespace}:" if entry.namespace else prefix)
        elif entry.name:
            names.add(prefix + entry.name)
    return names
