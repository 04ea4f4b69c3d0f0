import pytest

from courses.learning.engine.practice import AnswerNotOffered, Feedback, check, feedback, right_answer

OPTIONS = [{"id": key, "text": key, "feedback": f"about {key}"} for key in "abc"]
SINGLE = {"uuid": "1", "type": "single", "options": OPTIONS, "correct": ["b"], "feedback": "In general."}
MULTIPLE = {"uuid": "2", "type": "multiple", "options": OPTIONS, "correct": ["a", "c"], "feedback": ""}
MATCHING = {
    "uuid": "3",
    "type": "matching",
    "rows": [{"id": "card", "text": "A card"}, {"id": "pass", "text": "A passport"}],
    "targets": [{"id": "proof", "text": "proof"}, {"id": "prima", "text": "prima facie"}],
    "correct": {"card": "prima", "pass": "proof"},
    "feedback": "Look at the list.",
}


def test_feedback_speaks_to_the_option_chosen_and_then_in_general():
    assert feedback(SINGLE, ("b",)) == Feedback("right", ("about b", "In general."))
    assert feedback(SINGLE, ("a",)) == Feedback("not_yet", ("about a", "In general."))


def test_some_of_several_right_answers_are_partly_right():
    assert feedback(MULTIPLE, ("a", "c")).verdict == "right"
    assert feedback(MULTIPLE, ("a", "b")) == Feedback("partly", ("about a", "about b"))
    assert feedback(MULTIPLE, ("b",)).verdict == "not_yet"


def test_matching_is_right_when_every_line_is():
    assert feedback(MATCHING, ("card=prima", "pass=proof")) == Feedback("right", ("Look at the list.",))
    assert feedback(MATCHING, ("card=proof", "pass=proof")).verdict == "partly"
    assert right_answer(MATCHING) == {"card=prima", "pass=proof"}


def test_an_answer_is_kept_in_the_order_of_the_question():
    assert check(MULTIPLE, ["c", "a"]) == ("a", "c")
    assert check(MATCHING, ["pass=proof", "card=prima"]) == ("card=prima", "pass=proof")


@pytest.mark.parametrize(
    ("question", "given"),
    [
        (SINGLE, []),
        (SINGLE, ["a", "b"]),
        (SINGLE, ["x"]),
        (MULTIPLE, ["a", "x"]),
        (MATCHING, ["card=prima"]),
        (MATCHING, ["card=prima", "card=proof"]),
        (MATCHING, ["card=prima", "pass="]),
    ],
)
def test_what_was_not_offered_is_refused(question, given):
    with pytest.raises(AnswerNotOffered):
        check(question, given)
