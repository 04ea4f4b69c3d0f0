"""From pages to what learners read, and nothing before somebody says so."""

import pytest
from wagtail.models import Revision

from courses.catalogue.models import CoursePage, LessonPage
from courses.catalogue.services import compile_course, preview_lesson, publish_course
from courses.syllabus import queries as syllabus
from courses.syllabus.engine.publishing import DraftInvalid, StructureChanged
from courses.syllabus.models import Course, CourseEdition, LessonEdition
from portal.audit.models import Entry
from portal.law.api import places_citing
from tests.courses.small import document, lesson, published, text, uid, written
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db


def words_of(key, locale="en"):
    course = Course.objects.get(code="small")
    lesson_ = syllabus.lesson(course, course.current_id, uid("small", key), locale)
    return " ".join(part.get("html", "") for part in lesson_.parts)


def page_of(key, locale="en"):
    return LessonPage.objects.get(translation_key=uid("small", key), locale__language_code=locale)


def rewritten(key, words, locale="en"):
    page = page_of(key, locale)
    page.body = [("text", f"<p>{words}</p>")]
    page.save_revision().publish()
    return page


def test_a_course_is_compiled_without_a_language(pages):
    draft = compile_course(pages).draft
    assert [str(activity.uuid) for activity in draft.structure] == [uid("small", key) for key in ("one", "two", "test")]
    assert [activity.kind for activity in draft.structure] == ["lesson", "lesson", "quiz"]
    assert sorted(locale for _uuid, locale in draft.lessons) == ["en", "en", "sq"]
    assert draft.words["sq"].activity(uid("small", "one")).title == "Mësimi i parë"
    assert draft.words["sq"].activity(uid("small", "two")).lang == "en"


def test_it_makes_no_difference_from_which_language_one_publishes(pages):
    albanian = CoursePage.objects.get(code="small", locale__language_code="sq")
    assert compile_course(albanian).draft == compile_course(pages).draft


def test_publishing_a_page_shows_learners_nothing_until_the_course_is_published(pages):
    rewritten("one", "Better words")
    assert Course.objects.get().pending_since is not None
    assert "First words" in words_of("one")
    publish_course(page=pages, actor=None, impact="cosmetic")
    assert "Better words" in words_of("one")
    assert Course.objects.get().pending_since is None


def test_a_draft_that_is_not_live_stays_out(pages):
    page = page_of("one")
    page.body = [("text", "<p>Not yet</p>")]
    page.save_revision()
    assert publish_course(page=pages, actor=None, impact="cosmetic").is_empty


def test_a_new_translation_is_an_edition_and_moves_nobody(pages):
    with_albanian = document()
    with_albanian["modules"][0]["lessons"][1]["sq"] = {"title": "Mësimi i dytë"}
    with_albanian["modules"][0]["lessons"][1]["blocks"][0]["sq"] = {"html": "<p>Fjalët e dyta</p>"}
    published(with_albanian, "minor")
    assert "Fjalët e dyta" in words_of("two", "sq")
    assert Course.objects.get().current.n == 1


def test_a_lesson_taken_off_needs_more_than_a_cosmetic_publish(pages):
    page_of("two").unpublish()
    with pytest.raises(StructureChanged):
        publish_course(page=pages, actor=None, impact="cosmetic")
    assert Course.objects.get().current.n == 1


def test_every_problem_of_every_lesson_is_named_at_once(pages):
    rewritten("one", "Within [[eu-serbia.nothing]]")
    rewritten("two", "Within [[eu-nowhere.reply]]")
    with pytest.raises(DraftInvalid) as refusal:
        publish_course(page=pages, actor=None, impact="minor")
    assert [problem.split(":")[0] for problem in refusal.value.problems] == ["Lesson one", "Lesson two"]
    assert "First words" in words_of("one")


def test_an_author_sees_the_same_in_the_preview(pages):
    page = page_of("one")
    page.body = [("text", "<p>Within [[eu-serbia.nothing]]</p>")]
    preview = preview_lesson(page)
    assert "Within" in preview.parts[0]["html"]
    assert len(preview.problems) == 1


def test_a_publish_is_in_the_trail_and_the_register_knows_who_cites(pages):
    author = person()
    publish_course(page=pages, actor=author, impact="minor")
    entry = Entry.objects.filter(verb="course.published").latest("pk")
    assert (entry.actor, entry.detail["impact"]) == (str(author.uuid), "minor")
    assert places_citing("eu-serbia.art-17") == (f"course:small:{uid('small', 'question')}",)


def test_a_course_taken_off_the_shelf_comes_back_with_the_next_publish(pages):
    pages.specific.unpublish()
    assert Course.objects.get().is_listed is False
    pages.save_revision().publish()
    assert Course.objects.get().is_listed is False
    publish_course(page=pages, actor=None, impact="cosmetic")
    assert Course.objects.get().is_listed is True


def test_writing_the_library_again_adds_no_page_and_no_edition(pages):
    counted = LessonPage.objects.count(), LessonEdition.objects.count(), CourseEdition.objects.count()
    published(document())
    assert (LessonPage.objects.count(), LessonEdition.objects.count(), CourseEdition.objects.count()) == counted


def test_writing_the_library_again_makes_no_revision(pages):
    counted = Revision.objects.count()
    written(document())
    assert Revision.objects.count() == counted


def test_an_update_of_the_library_arrives_in_its_place(pages):
    longer = document()
    longer["modules"][0]["lessons"].insert(1, lesson("small", "new", text("small", "new-text", "New words")))
    written(longer)
    titles = [activity.uuid for activity in compile_course(pages).draft.structure]
    assert [str(uuid) for uuid in titles][:3] == [uid("small", key) for key in ("one", "new", "two")]


def test_pages_of_a_language_stand_in_a_tree_of_their_own(pages):
    albanian = page_of("one", "sq")
    assert albanian.get_url_parts()[2] == "/sq/courses/small/module/one/"
    assert [page.locale.language_code for page in albanian.get_ancestors().filter(depth__gt=1)] == ["sq"] * 4
    assert albanian.body[0].id == page_of("one").body[0].id == uid("small", "one-text")
