"""A small published course, without pages: two lessons and a test, in English and Albanian."""

from uuid import UUID

from courses.learning.services import complete_activity, enrol
from courses.syllabus import services as syllabus
from courses.syllabus.engine.structure import Activity, Module, Structure
from courses.syllabus.engine.words import CourseWords, Draft, Label, LessonWords
from tests.courses.assessment.documents import ACTIVITY as TEST
from tests.courses.assessment.documents import KEY

FIRST = UUID("aaaaaaaa-0000-4000-8000-000000000001")
SECOND = UUID("aaaaaaaa-0000-4000-8000-000000000002")
MODULE = UUID("bbbbbbbb-0000-4000-8000-000000000001")
CODE = "small-course"
TITLES = {"en": "Small course", "sq": "Kurs i vogël"}
LABELS = {str(FIRST): "First lesson", str(SECOND): "Second lesson", str(TEST): "Final test"}


def publish_small_course(*, with_test=False):
    lessons = (
        Activity(FIRST, "lesson", "viewed", minutes=5, config={"key": "first"}),
        Activity(SECOND, "lesson", "viewed", minutes=5, config={"key": "second"}),
    )
    test = (Activity(TEST, "quiz", "passed", minutes=10, config={"quiz": KEY}),) if with_test else ()
    draft = Draft(
        structure=Structure((Module(MODULE, (*lessons, *test)),)),
        source_locale="en",
        words={
            locale: CourseWords(
                title=title,
                lang=locale,
                modules={str(MODULE): Label("Module", locale)},
                activities={uuid: Label(words, locale) for uuid, words in LABELS.items()},
            )
            for locale, title in TITLES.items()
        },
        lessons={
            (lesson, locale): LessonWords(parts=({"kind": "html", "html": "<p>Text.</p>"},), source_hash="x")
            for lesson in (FIRST, SECOND)
            for locale in TITLES
        },
    )
    about = {"level": "B", "hours": 3, "competencies": ["safeguards"], "is_open": True}
    return syllabus.publish(code=CODE, about=about, draft=draft, impact="minor")


def completed_by(user, *, cohort_key=None):
    """An enrolment with every lesson ticked."""
    enrolment = enrol(user=user, course_code=CODE, cohort_key=cohort_key)
    for lesson in (FIRST, SECOND):
        complete_activity(enrolment_uuid=enrolment.uuid, activity_uuid=lesson, source="ticked")
    enrolment.refresh_from_db()
    return enrolment
