"""Why the engine does not do what was asked. Only `decide` refuses; a refusal never enters the log."""

from __future__ import annotations

from simulations.engine.text import NO_TEXT, Text

CODES = (
    "ended",  # the run is over
    "stale",  # the log moved on since the page was shown
    "unknown_act",
    "not_yet",  # a condition of the act is not met: `because` says which
    "already_done",
    "office_closes",  # the act takes longer than the office is open today
    "input_missing",
    "input_unknown",
    "input_invalid",
    "too_few_words",
    "too_long",
    "not_text",  # characters that no text holds
    "nothing_ahead",  # waiting would lead nowhere
    "endless",  # the case answers itself without end
)


class Refused(Exception):
    """`code` is one of CODES; `where` names the input; `because` is the author's reason for a `not_yet`."""

    def __init__(self, code: str, *, act: str = "", where: str = "", because: Text = NO_TEXT) -> None:
        super().__init__(f"{code} {act} {where}".strip())
        self.code = code
        self.act = act
        self.where = where
        self.because = because

    def as_dict(self, locale: str = "en") -> dict[str, str]:
        return {"code": self.code, "act": self.act, "where": self.where, "because": self.because.say(locale)}
