"""What follows in learning when something happened below."""

from typing import Any

from django.dispatch import receiver

from courses.learning import services
from courses.syllabus.signals import version_published


@receiver(version_published)
def go_on_in_the_new_version(version_id: int, impact: str, **_rest: Any) -> None:
    if impact == "material":
        services.move_unfinished(version_id=version_id)
