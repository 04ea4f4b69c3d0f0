"""Which case asks for a competency: what is advised to somebody who failed in it more than once."""

from collections.abc import Iterator

from django.urls import reverse

from portal.competencies.api import Resource
from simulations.runs import queries
from simulations.scenarios import queries as scenarios


def cases_training(user_id: int, locale: str) -> Iterator[Resource]:
    """Every open case once for each competency its rubric gives points for."""
    played = queries.keys_played(user_id)
    for pointer in scenarios.open_scenarios():
        case = scenarios.scenario_of(pointer.current)
        url = reverse("runs:briefing", kwargs={"key": pointer.key})
        for competency in dict.fromkeys(item.competency for item in case.rubric.values() if item.points > 0):
            lang = case.title.said_in(locale)
            yield Resource(competency, "case", case.title.say(locale), url, lang, pointer.key not in played)
