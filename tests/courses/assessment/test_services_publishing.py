import pytest

from courses.assessment import services
from courses.assessment.engine.documents import DocumentInvalid
from courses.assessment.models import QuestionText, QuestionVersion, Quiz, QuizVersion
from courses.syllabus.models.immutable import Immutable
from portal.law.api import places_citing
from tests.courses.assessment.documents import ENROLMENT, ON_A_VALUE, QUIZ, SINGLE

pytestmark = pytest.mark.django_db


def counts():
    return (QuizVersion.objects.count(), QuestionVersion.objects.count(), QuestionText.objects.count())


def test_publishing_twice_changes_nothing():
    first = services.publish_quiz(QUIZ)
    assert counts() == (1, 6, 7)
    assert services.publish_quiz(QUIZ) == first
    assert counts() == (1, 6, 7)


def test_a_corrected_typo_is_an_edition_not_a_version():
    services.publish_quiz(QUIZ)
    reworded = SINGLE | {"en": SINGLE["en"] | {"stem": "Who may decide?"}}
    services.publish_quiz(QUIZ | {"questions": [reworded, *QUIZ["questions"][1:]]})
    assert counts() == (1, 6, 8)


def test_another_key_is_a_new_version_of_question_and_test():
    services.publish_quiz(QUIZ)
    changed = SINGLE | {"correct": ["a"]}
    services.publish_quiz(QUIZ | {"questions": [changed, *QUIZ["questions"][1:]]})
    assert counts() == (2, 7, 9)
    assert list(QuizVersion.objects.order_by("n").values_list("n", flat=True)) == [1, 2]


def test_a_version_is_never_changed(quiz):
    quiz.pass_mark = 10
    with pytest.raises(Immutable):
        quiz.save()
    with pytest.raises(Immutable):
        QuestionVersion.objects.update(digest="")


def test_every_broken_question_is_named_and_nothing_is_stored():
    broken = [SINGLE | {"correct": ["z"]}, ON_A_VALUE | {"mark": "hearsay"}]
    with pytest.raises(DocumentInvalid) as refusal:
        services.publish_quiz(QUIZ | {"questions": broken})
    assert len(refusal.value.problems) == 2
    assert (Quiz.objects.count(), counts()) == (0, (0, 0, 0))


def test_two_tests_cannot_share_a_key(quiz):
    with pytest.raises(DocumentInvalid, match="belongs to another test"):
        services.publish_quiz(QUIZ | {"uuid": str(ENROLMENT)})


def test_a_test_that_nobody_could_pass_is_refused():
    with pytest.raises(DocumentInvalid, match="no question of this test counts"):
        services.publish_quiz(QUIZ | {"questions": [ON_A_VALUE]})


def test_a_value_counts_for_as_much_as_the_register_says():
    document = QUIZ | {"questions": [SINGLE, ON_A_VALUE | {"mark": "reviewed"}]}
    standings = [
        services.publish_quiz(document, mark_of=lambda key, mark=mark: mark).questions.get(position=2).question_version
        for mark in ("reviewed", "assumption")
    ]
    assert [version.standing for version in standings] == ["counts", "unscored"]


def test_tokens_of_values_are_filled_in_each_language():
    services.publish_quiz(QUIZ, resolve=lambda text, locale: text.replace("Who", f"[{locale}]"))
    assert QuestionText.objects.filter(body__stem="[en] decides?").count() == 1


def test_the_register_knows_which_questions_rest_on_a_provision(quiz):
    assert len(places_citing("eu-serbia.art-10-2")) == 6
