"""What a learner may send."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from courses.learning.engine import practice
from courses.learning.queries import LessonView


class PracticeForm(forms.Form):
    """Reads what was chosen: ticked options, or one target for each row."""

    def __init__(self, data: QueryDict, *, question: practice.Question) -> None:
        super().__init__(data)
        self.sent = data
        self.question = question

    def clean(self) -> dict[str, Any]:
        try:
            return {"answer": practice.check(self.question, self._sent())}
        except practice.AnswerNotOffered as refused:
            raise forms.ValidationError(self.refusal) from refused

    def _sent(self) -> list[str]:
        if not practice.is_rows(self.question):
            return self.sent.getlist("answer")
        return [practice.pair(row["id"], self.sent.get(f"answer-{row['id']}", "")) for row in self.question["rows"]]

    @property
    def refusal(self) -> str:
        if practice.is_rows(self.question):
            return _("Choose something in every line, then check.")
        return _("Choose an answer, then check.")


def still_open(lesson: LessonView) -> list[tuple[str, str]]:
    """Under the rule "answered", what is missing before a lesson counts as done, with the way to it."""
    if lesson.row.activity.rule != "answered":
        return []
    return [
        (f"#q-{uuid}", _("This question is still open: %(question)s") % {"question": question["stem"]})
        for uuid, question in lesson.questions.items()
        if "result" not in question
    ]
