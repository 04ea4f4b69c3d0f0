"""Spaces of the network and who belongs to them. A specialist is a member; whoever is not, finds nothing here (404)."""
