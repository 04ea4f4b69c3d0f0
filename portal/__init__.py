"""The site itself and the ground floor every area stands on: people, guard, law, search, mail, audit.

It knows nothing of courses, simulations or the network, except in `portal.home` and `portal.demo`,
which stand on top of the house and may read every area's front door.
"""

# Django must know the Celery app wherever it starts, or `.delay()` would look for a broker of its own.
from portal.celery import app as celery_app

__all__ = ["celery_app"]
