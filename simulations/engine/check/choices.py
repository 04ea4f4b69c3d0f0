"""Choices that are none: two acts or options that differ in nothing but their name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from simulations.engine.check.certain import Known
from simulations.engine.check.places import conditions
from simulations.engine.fingerprint import logic_of
from simulations.engine.problems import Problem, warning
from simulations.engine.scenario import QUESTION, Act, Scenario
from simulations.engine.text import Text


def twins(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """Two acts that do the same under two names are an illusory choice.

    Acts that do the same are told apart by what watches, scores or reads them. An act that nothing refers to and
    that has most of its words from the other is a copy with another label.
    """
    seen: dict[str, list[str]] = {}
    for key, act in scenario.acts.items():
        for other in seen.setdefault(_body(act), []):
            own, others = _referred(scenario, key), _referred(scenario, other)
            copied = not (own and others) and _mostly_the_same(_words(act), _words(scenario.acts[other]))
            if copied or (own == others and not _is_read(scenario, key)):
                words = f"“{key}” and “{other}” differ only in their words"
                yield Problem("acts_differ_only_in_label", f"acts.{key}", words)
                break
            if bool(own) != bool(others) and _does_something(act):
                idle, read = (other, key) if own else (key, other)
                words = f"“{idle}” does what “{read}” does, and nothing asks whether it was done: is it a copy?"
                yield warning("acts_do_the_same", f"acts.{idle}", words)
                break
        seen[_body(act)].append(key)


def alike(scenario: Scenario, _: Known) -> Iterator[Problem]:
    """Words that cannot be told apart on the desk."""
    labels: dict[str, str] = {}
    for key, act in scenario.acts.items():
        label = act.label.say().casefold()
        if label in labels:
            yield warning("labels_alike", f"acts.{key}.label", f"“{key}” and “{labels[label]}” have the same label")
        labels.setdefault(label, key)
        for item in act.inputs:
            texts: dict[str, str] = {}
            for option in item.options:
                text = option.text.say().casefold()
                if text in texts:
                    asks = item.key == QUESTION and act.questions
                    table = "questions" if asks else f"inputs.{item.key}.options"
                    where = f"acts.{key}.{table}.{option.key}"
                    words = f"“{option.key}” and “{texts[text]}” differ only in their keys"
                    yield Problem("options_differ_only_in_key", where, words)
                texts.setdefault(text, option.key)


def _body(act: Act) -> str:
    """All that the act does; names of the act and of its rules decide nothing."""
    rules = [logic_of(rule, without=("key",)) for rule in act.rules]
    return repr([logic_of(act, without=("key", "group", "cites", "rules")), rules])


def _words(part: Any) -> list[Any]:
    """Every text but the label of the act itself."""
    match part:
        case Text():
            return [dict(part.by_locale)] if part else []
        case Mapping():
            return [text for item in part.values() for text in _words(item)]
        case tuple():
            return [text for item in part for text in _words(item)]
        case _ if is_dataclass(part) and not isinstance(part, type):
            left_out = {"label"} if isinstance(part, Act) else set()
            return [text for f in fields(part) if f.name not in left_out for text in _words(getattr(part, f.name))]
        case _:
            return []


def _does_something(act: Act) -> bool:
    return bool(act.effects) or any(rule.effects for rule in act.rules)


def _mostly_the_same(words: list[Any], others: list[Any]) -> bool:
    same = sum(1 for text in words if text in others)
    return bool(words) and 2 * same >= len(words)


def _referred(scenario: Scenario, act: str) -> list[str]:
    watched = [f"safeguards.{key}" for key, item in scenario.safeguards.items() if act in (*item.acts, *item.after)]
    scored = [f"rubric.{key}" for key, item in scenario.rubric.items() if act in item.on]
    expected = [f"injects.{key}" for key, item in scenario.injects.items() if item.expects and act in item.expects.acts]
    return watched + scored + expected + _read_in(scenario, act)


def _is_read(scenario: Scenario, act: str) -> bool:
    return bool(_read_in(scenario, act))


def _read_in(scenario: Scenario, act: str) -> list[str]:
    """Conditions that ask whether it was done; not those of its own, which a copy takes along."""
    own = f"acts.{act}."
    spots = (spot for spot in conditions(scenario) if not spot.where.startswith(own))
    return [spot.where for spot in spots if f"'{act}'" in repr(spot.condition)]
