"""What was proved of a version before it was published, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import ngettext

from simulations.scenarios.models import ScenarioVersion


@dataclass(frozen=True)
class Certificate:
    """How many safeguards have which status, and over how many situations that was looked at."""

    proved: int
    waived: int
    others: int
    states: int

    @property
    def words(self) -> str:
        said = [_proved(self.proved, self.states)] if self.proved else []
        if self.waived:
            text = ngettext("%(count)d waived with a reason", "%(count)d waived with a reason", self.waived)
            said.append(text % {"count": self.waived})
        if self.others:
            text = ngettext("%(count)d not proved", "%(count)d not proved", self.others)
            said.append(text % {"count": self.others})
        return "; ".join(said)


def _proved(count: int, states: int) -> str:
    text = ngettext("%(count)d safeguard proved", "%(count)d safeguards proved", count) % {"count": count}
    if not states:
        return text
    looked = ngettext("over %(count)s situation", "over %(count)s situations", states)
    return f"{text} {looked % {'count': number_format(states, force_grouping=True)}}"


def certificate(version: ScenarioVersion) -> Certificate | None:
    """None where nothing was proved yet: that is then not mentioned."""
    return _certificate(version.pk, version.text_hash)


@lru_cache(maxsize=256)
def _certificate(version: int, _content: str) -> Certificate | None:
    """A version is frozen, so its report is read once in the life of a process."""
    return read(ScenarioVersion.objects.values_list("report", flat=True).get(pk=version))


def read(report: Mapping[str, Any]) -> Certificate | None:
    proofs = report.get("safeguards") or []
    if not proofs:
        return None
    found = [str(proof.get("status", "")) for proof in proofs]
    proved, waived = found.count("proved"), found.count("waived")
    states = sum(int(proof.get("states") or 0) for proof in proofs)
    return Certificate(proved, waived, len(found) - proved - waived, states)
