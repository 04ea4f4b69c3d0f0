from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from specialists_network.spaces.services import shows_network_to


@receiver(user_logged_in, dispatch_uid="network.shown")
def remember_whether_to_show_the_network(sender: Any, user: Any, **kwargs: Any) -> None:
    shows_network_to(user)
