"""Words that are missing: for the debrief, and in a language that was begun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from simulations.engine.check.certain import Known
from simulations.engine.problems import Problem, warning
from simulations.engine.scenario import QUESTION, Act, Effect, Scenario
from simulations.engine.text import SOURCE_LOCALE, Text

MOSTLY = 0.5  # a language with more of the texts than this claims to be complete
_FROM_OUTSIDE = {"values", "calendars", "cast"}  # said by packs, tables and names, not by the author


def words(scenario: Scenario, _: Known) -> Iterator[Problem]:
    for key, act in scenario.acts.items():
        if not any(rule.feedback for rule in act.rules) and not _says_something(act):
            yield Problem("no_feedback", f"acts.{key}", f"the debrief has nothing to say about “{key}”")
        yield from _rule_words(act)
    for key, guard in scenario.safeguards.items():
        if guard.at_risk is not None and not guard.risk:
            yield Problem("no_text", f"safeguards.{key}.risk", "words for “at risk” are missing")
        if not guard.untested:
            yield Problem("no_text", f"safeguards.{key}.untested", "words for “not tested” are missing")


def _says_something(act: Act) -> bool:
    """An interview answers, and a reasoned text has its model answer: the debrief shows these."""
    return bool(act.questions or act.model_answer)


def _rule_words(act: Act) -> Iterator[Problem]:
    for rule in act.rules:
        where = f"acts.{act.key}.rules.{rule.key}"
        if rule.verdict and not rule.feedback:
            yield Problem("no_feedback", where, "a verdict without words explains nothing")
        elif not (rule.verdict or rule.feedback or rule.effects):
            yield warning("rule_without_consequence", where, "this rule does and says nothing")


def translations(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """A language that is nearly complete must be complete; one that has just begun is only named."""
    texts = [(where, text) for where, text in _texts(scenario, "") if text]
    for locale in sorted({locale for _, text in texts for locale in text.by_locale} - {SOURCE_LOCALE}):
        missing = [where for where, text in texts if not text.by_locale.get(locale, "").strip()]
        drafted = locale in scenario.drafted
        if missing and not drafted and len(missing) > MOSTLY * len(texts):
            said = f"{len(texts) - len(missing)} of {len(texts)} texts are there in “{locale}”"
            yield warning("translation_begun", missing[0], f"{said}; what is missing is shown in the source language")
            continue
        for where in missing:
            yield Problem("translation_missing", where, f"no words in “{locale}”, which is otherwise there")
    declared = set(scenario.drafted) - {locale for _, text in texts for locale in text.by_locale}
    for locale in sorted(declared):
        yield Problem("translation_missing", "drafted", f"the case says it is drafted in “{locale}”, and no word is")


def _texts(part: Any, where: str) -> Iterator[tuple[str, Text]]:
    """Every text of the author with its path in the file."""
    match part:
        case Text():
            yield where, part
        case Mapping():
            for key, item in part.items():
                yield from _texts(item, f"{where}.{key}".lstrip("."))
        case tuple():
            for index, item in enumerate(part):
                key = getattr(item, "key", None)
                yield from _texts(item, f"{where}.{key}" if key else f"{where}[{index}]")
        case _ if is_dataclass(part) and not isinstance(part, type) and not isinstance(part, Effect):
            for f in fields(part):
                if not (isinstance(part, Scenario) and f.name in _FROM_OUTSIDE):
                    yield from _texts(_given(part, f.name), f"{where}.{f.name}".lstrip("."))


def _given(part: Any, name: str) -> Any:
    """An interview's input repeats its questions, which are read where they stand."""
    value = getattr(part, name)
    if isinstance(part, Act) and name == "inputs" and part.questions:
        return tuple(item for item in value if item.key != QUESTION)
    return value
