import pytest

from courses.syllabus import queries, services
from courses.syllabus.models import Course, CourseEdition, LessonEdition, Requirement, SyllabusVersion
from courses.syllabus.models.immutable import Immutable
from tests.courses.syllabus.test_engine_publishing import (
    DRAFT,
    LESSONS,
    ONE,
    REORDERED,
    TEST,
    TWO,
    LessonWords,
    replace,
)

pytestmark = pytest.mark.django_db
MENDED = replace(DRAFT, lessons=LESSONS | {(ONE, "en"): LessonWords(({"kind": "html", "html": "mended"},), "new")})


def publish(draft=DRAFT, impact="minor"):
    return services.publish(code="basics", about={"level": "B"}, draft=draft, impact=impact)


def test_a_version_holds_the_structure_and_editions_hold_the_words():
    publish()
    course = Course.objects.get(code="basics")
    assert (course.current.n, course.level, course.source_locale, course.is_listed) == (1, "B", "en", True)
    rows = Requirement.objects.filter(version=course.current).values_list("activity__uuid", "position", "rule")
    assert list(rows) == [(ONE, 0, "viewed"), (TWO, 1, "answered"), (TEST, 2, "passed")]
    assert sorted(CourseEdition.objects.values_list("locale", "n")) == [("en", 1), ("sq", 1)]
    assert LessonEdition.objects.count() == 3


def test_the_newest_edition_is_served_and_the_old_one_stays():
    publish()
    publish(MENDED, "cosmetic")
    course = Course.objects.get(code="basics")
    assert queries.lesson(course, course.current_id, ONE, "en").parts == ({"kind": "html", "html": "mended"},)
    rows = LessonEdition.objects.filter(activity__uuid=ONE, locale="en").order_by("n")
    assert [row.n for row in rows] == [1, 2]
    assert SyllabusVersion.objects.count() == 1


def test_publishing_the_same_again_writes_no_row():
    publish()
    assert publish().is_empty
    assert (SyllabusVersion.objects.count(), LessonEdition.objects.count(), CourseEdition.objects.count()) == (1, 3, 2)


def test_an_activity_keeps_its_uuid_from_version_to_version():
    publish()
    publish(REORDERED)
    versions = SyllabusVersion.objects.order_by("n")
    assert [version.n for version in versions] == [1, 2]
    first, second = ([r.activity_id for r in version.requirements.order_by("activity_id")] for version in versions)
    assert first == second


def test_a_missing_translation_is_served_in_the_source_language_and_says_so():
    publish()
    course = Course.objects.get(code="basics")
    assert queries.lesson(course, course.current_id, ONE, "sq").locale == "sq"
    assert queries.lesson(course, course.current_id, TWO, "sq").locale == "en"
    assert queries.lesson(course, course.current_id, ONE, "mk").locale == "en"
    assert queries.outline(course, course.current_id, "mk").words.lang == "en"


@pytest.mark.parametrize("model", [SyllabusVersion, Requirement, CourseEdition, LessonEdition])
def test_what_is_published_never_changes(model):
    publish()
    row = model.objects.first()
    for change in (
        row.save,
        row.delete,
        model.objects.all().delete,
        lambda: model.objects.update(version_id=1),
        lambda: model.objects.bulk_update([row], ["id"]),
    ):
        with pytest.raises(Immutable):
            change()


def test_a_change_of_pages_is_pending_until_somebody_publishes():
    publish()
    services.mark_pending(code="basics")
    since = Course.objects.get(code="basics").pending_since
    services.mark_pending(code="basics")
    assert Course.objects.get(code="basics").pending_since == since is not None
    publish()
    assert Course.objects.get(code="basics").pending_since is None


def test_a_version_is_announced_and_an_edition_is_not(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as first:
        publish()
    with django_capture_on_commit_callbacks() as second:
        publish(MENDED, "cosmetic")
    assert (len(first), len(second)) == (1, 0)
