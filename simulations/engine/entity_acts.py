"""Acts read from their place in the file: what a person can do, fill in, ask and is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulations.engine.atoms import Asked
from simulations.engine.conditions import All, NoneOf
from simulations.engine.grammar import condition, effects
from simulations.engine.inputs import INPUT_KINDS
from simulations.engine.reader import Place
from simulations.engine.scenario import (
    BUILT_IN,
    MANNERS,
    QUESTION,
    Act,
    Input,
    Need,
    Option,
    Question,
    Rule,
)

VERDICTS = ("sound", "cost", "breach")
GROUPS = ("look", "find_out", "decide")
SELF_EXPLAINING = ("form", "marks")  # kinds of input that need no label of their own
LEAST_TO_ORDER = 2
TASKS = ("choose", "compute", "inspect", "compare", "fill", "interview", "write")


def option(key: str, place: Place) -> Option:
    if isinstance(place.value, dict) and "text" in place.value:
        place.only("text", "when")
        return Option(key, place.get("text").text(required=True), condition(place.get("when")))
    return Option(key, place.text(required=True))


def input_(key: str, place: Place) -> Input:
    place.only("kind", "label", "hint", "options", "rows", "required", "least_words", "most_words", "form", "document")
    kind = place.get("kind").one_of(INPUT_KINDS)
    found = Input(
        key=key,
        kind=kind,
        label=place.get("label").text(required=kind not in SELF_EXPLAINING),
        hint=place.get("hint").text(),
        options=tuple(place.get("options").each(option).values()),
        rows=tuple(place.get("rows").each(option).values()),
        required=place.get("required").flag(default=True),
        least_words=place.get("least_words").number(0),
        most_words=place.get("most_words").number(0),
        form=place.get("form").ref("forms") if kind == "form" else "",
        document=place.get("document").ref("documents") if kind == "marks" else "",
    )
    _whole(place, found)
    return found


def _whole(place: Place, found: Input) -> None:
    if found.kind in ("choice", "many", "table", "order") and not found.options:
        place.problem("missing", f"an input of kind {found.kind} needs options")
    if found.kind == "table" and not found.rows:
        place.problem("missing", "a table needs rows")
    if found.kind == "order" and 0 < len(found.options) < LEAST_TO_ORDER:
        place.get("options").problem("too_few", "there is nothing to put in order")
    if 0 < found.most_words < found.least_words:
        words = f"at least {found.least_words} words and at most {found.most_words}: nobody can write that"
        place.get("most_words").problem("word_count", words)
    for word, kind in (("form", "form"), ("document", "marks")):
        if place.get(word).is_given and found.kind != kind:
            place.get(word).problem("unknown_key", f"an input of kind {found.kind} has no {word}")


def need(place: Place) -> Need:
    place.only("when", "because")
    if not place.get("when").is_given:
        place.get("when").problem("missing", "what does the act need?")
    return Need(condition(place.get("when")), place.get("because").text(required=True))


def rule(key: str, place: Place) -> Rule:
    place.only("when", "group", "effects", "verdict", "feedback")
    verdict = place.get("verdict")
    return Rule(
        key=key,
        when=condition(place.get("when")),
        group=place.get("group").word("main"),
        effects=effects(place.get("effects")),
        verdict=verdict.one_of(VERDICTS) if verdict.is_given else "",
        feedback=place.get("feedback").text(),
    )


def act(key: str, place: Place) -> Act:
    place.only(
        *("group", "label", "detail", "sees", "task", "document", "deadline", "minutes", "once"),
        *("needs", "inputs", "effects", "rules", "also", "cites", "questions", "limit", "looks_at"),
        *("model_answer", "criteria", "competency"),
    )
    if key in BUILT_IN:
        place.problem("reserved_key", f"“{key}” is what the engine calls its own act")
    about, clock, criteria = place.get("document"), place.get("deadline"), place.get("criteria")
    shows = place.get("competency")
    found = Act(
        key=key,
        group=place.get("group").one_of(GROUPS),
        label=place.get("label").text(required=True),
        detail=place.get("detail").text(),
        sees=place.get("sees").text(),
        task=place.get("task").one_of(TASKS, "choose"),
        document=about.ref("documents") if about.is_given else "",
        deadline=clock.ref("deadlines") if clock.is_given else "",
        minutes=place.get("minutes").number(0),
        once=place.get("once").flag(default=True),
        needs=tuple(need(item) for item in place.get("needs").items()),
        inputs=tuple(place.get("inputs").each(input_).values()),
        effects=effects(place.get("effects")),
        rules=tuple(place.get("rules").each(rule).values()),
        also=place.get("also").text(),
        cites=cited(place),
        looks_at=tuple(item.ref("documents") for item in place.get("looks_at").items()),
        model_answer=place.get("model_answer").text(),
        criteria=tuple(item.text(required=True) for item in criteria.items()),
        competency=shows.ref("competencies") if shows.is_given else "",
    )
    return _with_questions(found, place)


def _with_questions(found: Act, place: Place) -> Act:
    """An interview is an act that is done question by question: its input is which one to ask."""
    asked, limit = place.get("questions"), place.get("limit")
    if found.task != "interview":
        for given in (asked, limit):
            if given.is_given:
                given.problem("not_an_interview", "only an act with task: interview asks questions")
        return found
    questions = asked.each(question)
    if not questions:
        asked.problem("missing", "an interview needs questions")
    if any(item.key == QUESTION for item in found.inputs):
        place.get("inputs").get(QUESTION).problem("reserved_key", f"“{QUESTION}” is the interview's own input")
    number = limit.number(len(questions))
    if questions and not 0 < number <= len(questions):
        limit.problem("limit", f"between one and all {len(questions)} questions can be asked")
    choice = Input(QUESTION, "choice", found.label, options=_options(found.key, asked, questions))
    return replace(found, once=False, questions=questions, limit=number, inputs=(choice, *found.inputs))


def _options(act: str, asked: Place, questions: Mapping[str, Question]) -> tuple[Option, ...]:
    """Each question can be chosen while its condition holds, and once."""
    return tuple(
        Option(key, item.text, All((condition(asked.get(key).get("when")), NoneOf((Asked(act, frozenset({key})),)))))
        for key, item in questions.items()
    )


def question(key: str, place: Place) -> Question:
    place.only("text", "answer", "manner", "when", "effects", "feedback")
    return Question(
        key=key,
        text=place.get("text").text(required=True),
        answer=place.get("answer").text(required=True),
        manner=place.get("manner").one_of(MANNERS),
        effects=effects(place.get("effects")),
        feedback=place.get("feedback").text(),
    )


def cited(place: Place) -> tuple[str, ...]:
    return tuple(item.ref("values") for item in place.get("cites").items())


def watched(place: Place) -> tuple[str, ...]:
    if not place.is_given:
        place.problem("missing", "which acts does it watch?")
    if isinstance(place.value, list):
        return tuple(item.ref("acts") for item in place.items())
    return (place.ref("acts"),) if place.is_given else ()
