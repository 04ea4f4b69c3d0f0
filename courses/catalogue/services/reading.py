"""Gives blocks what they cannot know: clean prose, values with their marks, provisions of law."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from courses.catalogue.engine.prose import sanitised
from courses.catalogue.services.deadlines import calendar_of
from portal.core.templatetags.portal import marked
from portal.law import api as law
from simulations.agreements import api as agreements


@dataclass
class PublishReader:
    """One for each language of a publish. It collects what is wrong instead of stopping at the first."""

    locale: str
    provisions: dict[str, law.Provision]
    problems: list[str] = field(default_factory=list)
    # Which provision is cited by which block; the register is told once the publish stands.
    citations: list[tuple[str, str]] = field(default_factory=list)
    place: str = ""

    def prose(self, html: Any) -> SafeString:
        return marked(mark_safe(self._with_values(sanitised(str(html or "")))))

    def words(self, text: str) -> SafeString:
        return mark_safe(self._with_values(escape(text)))

    def provision(self, key: str, block: str = "") -> law.Provision | None:
        self.citations.append((key, block))
        if key not in self.provisions:
            self.problems.append(_("%(place)s: the law register has no %(key)s.") % {"place": self.place, "key": key})
        return self.provisions.get(key)

    def calendar(self, value: Any) -> dict[str, Any]:
        try:
            return calendar_of(
                value["value"],
                received=value["received"],
                requested=value["requested"],
                requesting=value["requesting"],
                locale=self.locale,
            )
        except (agreements.TokenUnknown, agreements.NoDayTable, agreements.NoLength) as missing:
            self.problems.append(
                _("%(place)s: this time limit cannot be counted: %(reason)s.")
                % {"place": self.place, "reason": missing}
            )
            return {}

    def _with_values(self, html: str) -> str:
        try:
            return agreements.resolve_tokens(html, self.locale, html=True)
        except agreements.TokenUnknown as unknown:
            self.problems.append(
                _("%(place)s: no agreement pack has the value %(key)s.") % {"place": self.place, "key": unknown}
            )
            return html


def reader_for(locale: str) -> PublishReader:
    return PublishReader(locale, {provision.key: provision for provision in law.register(locale)})
