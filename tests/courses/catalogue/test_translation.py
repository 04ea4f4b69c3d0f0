"""A page translated in the editor: the translator gets words, and blocks keep what learners' records hold on to."""

import pytest
from django.test import TestCase
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation, Translation, TranslationSource

from courses.catalogue.models import LessonPage
from courses.catalogue.services import publish_course
from courses.syllabus import queries as syllabus
from courses.syllabus.models import Course
from portal.accounts.api import Role
from tests.courses.catalogue.test_models_pages import NUMBER
from tests.courses.small import uid
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(pages):
    return LessonPage.objects.get(translation_key=uid("small", "two"), locale__language_code="en")


@pytest.fixture
def strings(lesson):
    source, _created = TranslationSource.update_or_create_from_instance(lesson)
    return source, {row.string.data: row for row in source.stringsegment_set.select_related("string", "context")}


def translate(source, strings, words):
    albanian = Locale.objects.get(language_code="sq")
    translation = Translation.objects.create(source=source, target_locale=albanian)
    for original, translated in words.items():
        row = strings[original]
        StringTranslation.objects.create(
            translation_of=String.objects.get(pk=row.string_id),
            locale=albanian,
            context=row.context,
            data=translated,
        )
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)


def test_a_translator_is_asked_for_words_and_never_for_keys(strings):
    words = set(strings[1])
    assert {"Lesson two", "Second words", "What comes first?", "Sign at once."} <= words
    assert words.isdisjoint({"a", "b", "single", "eu-serbia.art-17"})


def test_a_translated_string_with_a_personal_number_is_not_stored(client, strings):
    source, segments = strings
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="sq"))
    translation.save_target(publish=False)
    client.force_login(person(Role.AUTHOR))
    segment = segments["Second words"]
    answer = client.put(
        f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/",
        f"value=JMBG {NUMBER}",
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 403
    assert "personal identity number" in answer.json()["detail"]
    assert StringTranslation.objects.count() == 0


def test_a_translation_made_in_the_editor_is_published_with_the_course(pages, lesson, strings):
    translate(*strings, {"Lesson two": "Mësimi i dytë", "Second words": "Fjalët e dyta", "What comes first?": "Çfarë?"})
    page = lesson.get_translation(Locale.objects.get(language_code="sq"))
    assert [block.id for block in page.body] == [block.id for block in lesson.body]
    publish_course(page=pages, actor=None, impact="minor")
    course = Course.objects.get()
    served = syllabus.lesson(course, course.current_id, uid("small", "two"), "sq")
    assert served.locale == "sq"
    assert "Fjalët e dyta" in served.parts[0]["html"]
    question = served.parts[1]
    assert (question["uuid"], question["stem"], question["correct"]) == (uid("small", "question"), "Çfarë?", ["b"])
    assert question["options"][0]["id"] == "a"
