"""Tokens like [[eu-serbia.reply]] in a text: no legal number is typed, and its mark always comes with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from simulations.engine.reference import Mark, Value

TOKEN = re.compile(r"\[\[([a-z0-9-]+\.[a-z0-9_.-]+)\]\]")

_SAID: dict[Mark, str] = {
    Mark.PRINCIPLE: "",
    Mark.REVIEWED: "",
    Mark.SOURCED: "not reviewed",
    Mark.ASSUMPTION: "assumption",
    Mark.GENERAL: "general knowledge, not confirmed",
    Mark.GENERAL_UNSURE: "general knowledge, not sure",
    Mark.ABSENT: "no value known",
}


class TokenUnknown(Exception):
    def __init__(self, token: str) -> None:
        super().__init__(token)
        self.token = token


def tokens_in(words: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(words))


def resolved(
    words: str,
    values: Mapping[str, Value],
    locale: str,
    spell: Callable[[Value, str], str] | None = None,
) -> str:
    """Each token replaced by its value with article and mark; `spell` may word them otherwise."""
    say = spell or with_mark

    def spelled(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise TokenUnknown(match[1])
        return say(values[match[1]], locale)

    return TOKEN.sub(spelled, words)


def with_mark(value: Value, locale: str) -> str:
    inside = ", ".join(part for part in (value.article, _SAID[value.mark]) if part)
    return f"{value.text.say(locale)} ({inside})" if inside else value.text.say(locale)
