"""The site itself and the ground floor every area stands on: people, guard, law, search, mail, audit.

It knows nothing of courses, simulations or the network, except in `portal.home` and `portal.demo`,
which stand on top of the house and may read every area's front door.
"""
