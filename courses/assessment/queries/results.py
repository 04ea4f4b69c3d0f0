"""The result of a test is a fold over its pinned questions and answers; nothing of it is typed in anywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from courses.assessment.engine.grading import CompetencyOutcome, Graded, Level, Outcome, conclude, share_of
from courses.assessment.models import Attempt, Response
from courses.assessment.queries import screens
from courses.assessment.queries.screens import AskedQuestion, Wording
from courses.assessment.queries.surroundings import Link
from portal.competencies.api import framework
from portal.law.api import Provision, provisions


@dataclass(frozen=True)
class SpokenTo:
    """An option that was chosen, or should have been, with what is said to it."""

    label: str
    is_chosen: bool
    is_right: bool
    feedback: str


@dataclass(frozen=True)
class AnsweredQuestion:
    """One answer, why it was right or not, and the law behind it. Built only for a test that was handed in.

    `right`, and among `options` those not chosen, are empty as long as another try may ask the same.
    """

    position: int
    asked: AskedQuestion
    title: str
    graded: Graded
    given: tuple[str, ...]
    right: tuple[str, ...]
    options: tuple[SpokenTo, ...]
    feedback: str
    law: tuple[Provision, ...]
    lesson: Link | None

    @property
    def is_partly_right(self) -> bool:
        return 0 < self.graded.share < 1


@dataclass(frozen=True)
class Result:
    outcome: Outcome
    answers: tuple[AnsweredQuestion, ...]

    @property
    def to_look_at(self) -> tuple[AnsweredQuestion, ...]:
        return tuple(answer for answer in self.answers if not answer.graded.is_right)

    @property
    def right(self) -> tuple[AnsweredQuestion, ...]:
        return tuple(answer for answer in self.answers if answer.graded.is_right)


def outcome_of(responses: Sequence[Response], *, pass_mark: int) -> Outcome:
    return conclude([_graded(response) for response in responses], pass_mark=pass_mark)


def result_of(attempt: Attempt, *, locale: str, lessons: Mapping[str, Link], tells_right: bool) -> Result:
    responses = screens.responses_of(attempt)
    texts = screens.texts_of([each.question_version for each in responses], locale=locale)
    laws = provisions({key for each in responses for key in each.question_version.body["law"]}, locale)
    return Result(
        outcome=outcome_of(responses, pass_mark=attempt.quiz_version.pass_mark),
        answers=tuple(
            _answered(attempt, each, texts[each.question_version_id], lessons, laws, tells_right=tells_right)
            for each in responses
        ),
    )


def named(outcomes: Sequence[CompetencyOutcome]) -> list[tuple[str, CompetencyOutcome]]:
    names = {competency.key: competency.name for competency in framework()}
    return [(names[outcome.competency], outcome) for outcome in outcomes]


def competencies_shown(enrolment_uuid: UUID) -> frozenset[str] | None:
    """What the passed test of this enrolment decided on and did not send back to; None where it passed none."""
    rows = Attempt.objects.filter(seat__enrolment_uuid=enrolment_uuid, passed=True).select_related("quiz_version")
    passed = rows.order_by("submitted_at").first()
    if passed is None:
        return None
    outcome = outcome_of(screens.responses_of(passed), pass_mark=passed.quiz_version.pass_mark)
    return frozenset(each.competency for each in outcome.competencies if each.level is not Level.LOOK_AGAIN)


@dataclass(frozen=True)
class ReviewRow:
    position: int
    asked: AskedQuestion
    given: tuple[str, ...]
    is_complete: bool


def review_of(attempt: Attempt, *, locale: str) -> list[ReviewRow]:
    """All answers of an open test on one page, without a word on what is right."""
    responses = screens.responses_of(attempt)
    texts = screens.texts_of([each.question_version for each in responses], locale=locale)
    return [_review_row(attempt, response, texts[response.question_version_id]) for response in responses]


def _review_row(attempt: Attempt, response: Response, text: Wording) -> ReviewRow:
    version = response.question_version
    asked = screens.asked(version, text, seed=attempt.seed, question=str(version.question.uuid))
    return ReviewRow(
        position=response.position,
        asked=asked,
        given=in_words(asked, response.given),
        is_complete=_is_complete(asked, response.given),
    )


def _is_complete(asked: AskedQuestion, given: Any) -> bool:
    """Every item matched; every step on a place of its own."""
    if not isinstance(given, dict):
        return given is not None
    parts = asked.items or asked.choices
    return len(given) == len(parts) and (asked.type != "ordering" or len(set(given.values())) == len(parts))


def _graded(response: Response) -> Graded:
    version = response.question_version
    return Graded(
        question=str(version.question.uuid),
        competency=version.body["competency"],
        standing=version.standing,
        share=share_of(version.kind, response.given),
        points=version.body["points"],
    )


def _answered(
    attempt: Attempt,
    response: Response,
    text: Wording,
    lessons: Mapping[str, Link],
    laws: Mapping[str, Provision],
    *,
    tells_right: bool,
) -> AnsweredQuestion:
    version = response.question_version
    asked = screens.asked(version, text, seed=attempt.seed, question=str(version.question.uuid))
    options = _options(asked, text.body.get("options", {}), response.given, version.body["key"])
    return AnsweredQuestion(
        position=response.position,
        asked=asked,
        title=text.body.get("title", ""),
        graded=_graded(response),
        given=in_words(asked, response.given),
        right=in_words(asked, version.body["key"]) if tells_right else (),
        options=tuple(option for option in options if tells_right or option.is_chosen),
        feedback=text.body.get("feedback", ""),
        law=tuple(laws[key] for key in version.body["law"] if key in laws),
        lesson=lessons.get(version.body["lesson"]),
    )


def in_words(asked: AskedQuestion, given: Any) -> tuple[str, ...]:
    """An answer, or a key, as the person reads it."""
    if given is None:
        return ()
    if asked.type == "ordering" and isinstance(given, list):
        given = {each: place for place, each in enumerate(given, start=1)}
    if isinstance(given, dict):
        return tuple(_pair_in_words(asked, given))
    if isinstance(given, list):
        return tuple(asked.label(each) for each in given)
    return (asked.label(str(given).lower()),)


def _pair_in_words(asked: AskedQuestion, given: dict[str, Any]) -> list[str]:
    if asked.type == "ordering":
        placed = sorted(given.items(), key=lambda pair: pair[1])
        return [f"{place}. {asked.label(each)}" for each, place in placed]
    return [f"{asked.label(item)} → {asked.label(target)}" for item, target in given.items()]


def _options(asked: AskedQuestion, options: dict[str, Any], given: Any, key: Any) -> tuple[SpokenTo, ...]:
    """The chosen ones and the right ones, in the order in which they were offered."""
    chosen = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    return tuple(
        SpokenTo(choice.text, choice.id in chosen, choice.id in key, options[choice.id].get("feedback", ""))
        for choice in asked.choices
        if choice.id in options and (choice.id in chosen or choice.id in key)
    )
