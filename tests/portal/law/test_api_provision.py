"""One provision as a reader meets it."""

import pytest
from django.utils import translation

from portal.law import api

pytestmark = pytest.mark.django_db


def test_a_provision_has_its_title_text_source_and_mark():
    read = api.provision("eu-serbia.art-17", "en")
    assert read.title == "EU–Serbia readmission agreement, Article 17"
    assert read.text.startswith("The agreement leaves rights and obligations under international law as they are")
    assert (read.mark, read.checked_on, read.checked_by) == ("sourced", None, "")
    assert read.source_url == "https://lexaris.io/book/document/4622848/page/20"


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("cpt-13.para-30", "CPT, 13th General Report, paragraph 30"),
        ("eu-north-macedonia.annex-2", "EU–North Macedonia readmission agreement, Annex 2"),
        ("swiss-bih.reply", "Swiss–Bosnia and Herzegovina readmission agreement"),
    ],
)
def test_an_article_without_a_number_is_named_as_it_is(key, title):
    assert api.provision(key, "en").title == title


def test_the_text_comes_in_the_language_asked_for_and_else_in_english():
    assert api.provision("eu-serbia.art-17", "sq").text.startswith("Marrëveshja i lë të paprekura")
    assert api.provision("eu-serbia.art-17", "mk").text == api.provision("eu-serbia.art-17", "en").text


def test_without_a_language_the_active_one_is_used():
    with translation.override("sq"):
        assert api.provision("crc.art-3").heading == "Interesi më i lartë i fëmijës"


def test_many_provisions_cost_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        found = api.provisions(["eu-serbia.art-17", "crc.art-3", "echr.art-3", "no.such"], "en")
    assert sorted(found) == ["crc.art-3", "echr.art-3", "eu-serbia.art-17"]


def test_an_unknown_provision_is_refused_by_name():
    with pytest.raises(api.UnknownProvision, match=r"no\.such"):
        api.provision("no.such", "en")
