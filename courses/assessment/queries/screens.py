"""What a person sees of a question before handing in: no key, no feedback ever enters these values."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from courses.assessment.engine.order import offered
from courses.assessment.engine.standing import Standing
from courses.assessment.models import Attempt, QuestionText, QuestionVersion, Response
from portal.settings.languages import lang_mark

TRUE_OR_FALSE = {"true": _("True"), "false": _("False")}


@dataclass(frozen=True)
class Choice:
    id: str
    text: str


@dataclass(frozen=True)
class AskedQuestion:
    type: str
    situation: str
    stem: str
    choices: tuple[Choice, ...]
    items: tuple[Choice, ...]
    standing: Standing
    # Empty where it is asked in the reader's language: nobody should hear English read out as Albanian.
    lang: str

    def label(self, choice_id: str) -> str:
        return next((choice.text for choice in (*self.choices, *self.items) if choice.id == choice_id), "")


@dataclass(frozen=True)
class AttemptScreen:
    """One question of an open test, and where it stands among the others."""

    attempt: Attempt
    response: Response
    asked: AskedQuestion
    answered: tuple[bool, ...]

    @property
    def total(self) -> int:
        return len(self.answered)

    @property
    def answered_count(self) -> int:
        return sum(self.answered)

    @property
    def is_last(self) -> bool:
        return self.response.position == self.total

    @property
    def dots(self) -> tuple[str, ...]:
        here = self.response.position - 1
        return tuple("here" if n == here else "done" if done else "" for n, done in enumerate(self.answered))

    @property
    def next(self) -> int:
        return self.response.position + 1

    @property
    def previous(self) -> int:
        return self.response.position - 1


@dataclass(frozen=True)
class Wording:
    """What a question says; `lang` is empty where it is said in the reader's language."""

    body: dict[str, Any]
    lang: str


def texts_of(versions: Iterable[QuestionVersion], *, locale: str) -> dict[int, Wording]:
    """The newest wording of each question in this language, else in English; one query."""
    found = QuestionText.objects.filter(version__in=[each.pk for each in versions], locale__in=(locale, "en"))
    # English first and newest last, so that the best wording is what remains.
    ordered = sorted(found, key=lambda text: (text.locale == locale, text.n))
    return {text.version_id: Wording(text.body, lang_mark(text.locale, on=locale)) for text in ordered}


def asked(version: QuestionVersion, text: Wording, *, seed: int, question: str) -> AskedQuestion:
    words = text.body
    own = TRUE_OR_FALSE if version.body["type"] == "true_false" else {}
    texts = {**_options(words.get("options", {})), **words.get("items", {}), **words.get("right", {}), **own}
    return AskedQuestion(
        type=version.body["type"],
        situation=words.get("situation", ""),
        stem=words["stem"],
        choices=tuple(Choice(each, str(texts[each])) for each in offered(version.kind, seed=seed, question=question)),
        items=tuple(Choice(each, label) for each, label in words.get("left", {}).items()),
        standing=version.standing,
        lang=text.lang,
    )


def screen_of(attempt: Attempt, position: int, *, locale: str) -> AttemptScreen | None:
    """Three queries whatever the length of the test: the states of all answers, the one question and its wording."""
    answered = tuple(attempt.responses.values_list("position", "given"))
    response = attempt.responses.select_related("question_version__question").filter(position=position).first()
    if response is None:
        return None
    version = response.question_version
    text = texts_of([version], locale=locale)[version.pk]
    return AttemptScreen(
        attempt=attempt,
        response=response,
        asked=asked(version, text, seed=attempt.seed, question=str(version.question.uuid)),
        answered=tuple(given is not None for position, given in answered),
    )


def first_unanswered(attempt: Attempt) -> int:
    return attempt.responses.filter(given__isnull=True).values_list("position", flat=True).first() or 1


def responses_of(attempt: Attempt) -> list[Response]:
    return list(attempt.responses.select_related("question_version__question"))


def _options(options: dict[str, Any]) -> dict[str, str]:
    return {each: option.get("text", "") for each, option in options.items()}
