"""Which version new runs are played on."""

from simulations.scenarios.models import Scenario, ScenarioVersion


def point_to(version: ScenarioVersion) -> None:
    Scenario.objects.update_or_create(key=version.key, defaults={"current": version, "is_open": True})
