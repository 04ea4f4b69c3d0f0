"""The tree of pages: what may stand where, and what no page may hold."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from courses.catalogue.models import CatalogueIndexPage, CoursePage, LessonPage, ModulePage
from portal.guard.models import Incident

pytestmark = pytest.mark.django_db
# A personal number of the valid form, invented.
NUMBER = "0101990710008"


def test_the_shelf_stands_under_the_root_of_the_site_from_the_first_migration():
    shelf = CatalogueIndexPage.objects.get()
    assert (shelf.slug, shelf.locale.language_code, shelf.get_parent().depth, shelf.live) == ("courses", "en", 2, True)
    assert shelf.get_url_parts()[2] == "/en/courses/"


def test_courses_hold_modules_and_modules_hold_lessons():
    assert CatalogueIndexPage.allowed_subpage_models() == [CoursePage]
    assert CoursePage.allowed_subpage_models() == [ModulePage]
    assert ModulePage.allowed_subpage_models() == [LessonPage]
    assert LessonPage.allowed_subpage_models() == []
    assert CoursePage.allowed_parent_page_models() == [CatalogueIndexPage]


def test_two_courses_cannot_share_a_code(pages):
    other = CoursePage(title="Another", slug="another", code="small", summary="Words")
    with pytest.raises(ValidationError) as refusal:
        pages.get_parent().add_child(instance=other)
    assert "code" in refusal.value.message_dict


def test_a_translation_shares_the_code_of_its_course(pages):
    assert CoursePage.objects.filter(code="small").count() == 2


@pytest.mark.parametrize("place", ["title", "summary", "body"])
def test_no_revision_of_a_page_holds_a_personal_number(pages, place):
    lesson = LessonPage.objects.filter(locale__language_code="en").first()
    if place == "body":
        lesson.body = [("text", f"<p>The file of the man with the number {NUMBER}.</p>")]
    else:
        setattr(lesson, place, f"JMBG {NUMBER}")
    revisions = lesson.revisions.count()
    with pytest.raises(ValidationError) as refusal:
        lesson.save_revision()
    assert "personal identity number" in str(refusal.value.message_dict[place])
    assert NUMBER not in str(refusal.value)
    assert lesson.revisions.count() == revisions


def test_what_was_refused_in_the_editor_is_counted_and_not_kept(pages):
    lesson = LessonPage.objects.filter(locale__language_code="en").first()
    lesson.summary = f"JMBG {NUMBER}"
    with pytest.raises(ValidationError):
        lesson.full_clean()
    assert Incident.objects.get().kinds == ["jmbg"]


def test_pages_without_it_are_saved(pages):
    lesson = LessonPage.objects.filter(locale__language_code="en").first()
    lesson.title = "A new title"
    lesson.save_revision().publish()
    assert Page.objects.filter(title="A new title").exists()
