from courses.assessment.models.attempts import Attempt, QuizSeat, Response
from courses.assessment.models.questions import Question, QuestionText, QuestionVersion
from courses.assessment.models.quizzes import Quiz, QuizQuestion, QuizVersion

__all__ = [
    "Attempt",
    "Question",
    "QuestionText",
    "QuestionVersion",
    "Quiz",
    "QuizQuestion",
    "QuizSeat",
    "QuizVersion",
    "Response",
]
