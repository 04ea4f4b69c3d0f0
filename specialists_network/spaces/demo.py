"""The specialists of the demo site become members."""

from portal.accounts.demo import cast
from specialists_network.spaces.services import admit


def build() -> None:
    for key, user in cast().items():
        if key.startswith("specialist_"):
            admit(user=user)
