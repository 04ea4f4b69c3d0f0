"""The network stands in the navigation of its members only."""

from portal.core.navigation import show_only_to
from specialists_network.spaces.services import shows_network_to

show_only_to("network", shows_network_to)
