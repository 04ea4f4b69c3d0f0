"""Documents become versions. Publishing the same document twice changes nothing."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from courses.assessment.engine import documents
from courses.assessment.engine.documents import Document, DocumentInvalid, QuestionDocument
from courses.assessment.engine.standing import Standing, weakest
from courses.assessment.models import Question, QuestionText, QuestionVersion, Quiz, QuizQuestion, QuizVersion
from portal.core import clock
from portal.law.api import cite

# Fills the tokens of legal values in a text, for a locale.
Resolve = Callable[[str, str], str]
# The review mark of a statement of law, by its key.
MarkOf = Callable[[str], str]


@transaction.atomic
def publish_quiz(document: Document, *, resolve: Resolve | None = None, mark_of: MarkOf | None = None) -> QuizVersion:
    """Stores the test with all its questions, or raises with every problem of every question."""
    questions = _read_all(document["questions"], resolve=resolve, mark_of=mark_of)
    quiz = _store_quiz(document)
    versions = [_store(question) for question in questions]
    rules = {
        "pass_mark": round(document["pass_mark"] * 100),
        "attempts": document.get("attempts", 3),
        "wait_hours": document.get("wait_hours", 24),
    }
    digest = documents.digest({**rules, "questions": [version.pk for version in versions]})
    latest = quiz.versions.order_by("-n").first()
    if latest and latest.digest == digest:
        return latest
    version = QuizVersion.objects.create(
        quiz=quiz, n=latest.n + 1 if latest else 1, digest=digest, published_at=clock.now(), **rules
    )
    QuizQuestion.objects.bulk_create(
        QuizQuestion(quiz_version=version, question_version=question, position=position)
        for position, question in enumerate(versions, start=1)
    )
    return version


def _store_quiz(document: Document) -> Quiz:
    uuid, key = UUID(str(document["uuid"])), document["key"]
    if Quiz.objects.filter(key=key).exclude(uuid=uuid).exists():
        raise DocumentInvalid([f"the key {key!r} belongs to another test"])
    texts = {code: document[code] for code in _locales() if code in document}
    quiz, _ = Quiz.objects.update_or_create(uuid=uuid, defaults={"key": key, "texts": texts})
    return quiz


def _locales() -> tuple[str, ...]:
    return tuple(code for code, _ in settings.LANGUAGES)


def _read_all(entries: list[Document], *, resolve: Resolve | None, mark_of: MarkOf | None) -> list[QuestionDocument]:
    questions, problems = [], []
    for entry in entries:
        try:
            questions.append(_read(entry, resolve=resolve, mark_of=mark_of))
        except DocumentInvalid as refusal:
            problems += refusal.problems
    if not problems and all(question.standing is not Standing.COUNTS for question in questions):
        problems.append("no question of this test counts, so nobody could pass it")
    if problems:
        raise DocumentInvalid(problems)
    return questions


def _read(document: Document, *, resolve: Resolve | None, mark_of: MarkOf | None) -> QuestionDocument:
    question = documents.read_question(document, locales=_locales())
    if mark_of and question.body["rests_on"] != "principle":
        question.body["mark"] = weakest(question.body["mark"], *map(mark_of, question.body["law"]))
    if resolve:
        for locale, text in question.texts.items():
            question.texts[locale] = _resolved(text, locale, resolve)
    return question


def _resolved(part: Any, locale: str, resolve: Resolve) -> Any:
    if isinstance(part, Mapping):
        return {name: _resolved(value, locale, resolve) for name, value in part.items()}
    return resolve(part, locale) if isinstance(part, str) else part


def _store(document: QuestionDocument) -> QuestionVersion:
    question, _ = Question.objects.get_or_create(uuid=UUID(document.uuid))
    latest = question.versions.order_by("-n").first()
    if latest is None or latest.digest != document.digest:
        latest = QuestionVersion.objects.create(
            question=question,
            n=latest.n + 1 if latest else 1,
            body=document.body,
            digest=document.digest,
            published_at=clock.now(),
        )
        for key in document.body["law"]:
            cite(key, f"question:{document.uuid}")
    for locale, text in document.texts.items():
        _store_text(latest, locale, text)
    return latest


def _store_text(version: QuestionVersion, locale: str, text: dict[str, Any]) -> None:
    digest = documents.digest(text)
    newest = version.texts.filter(locale=locale).order_by("-n").first()
    if newest is None or newest.digest != digest:
        QuestionText.objects.create(
            version=version, locale=locale, n=newest.n + 1 if newest else 1, body=text, digest=digest
        )
