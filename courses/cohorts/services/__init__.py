"""Cohorts are made, filled and looked after."""

from courses.cohorts.services.making import create_cohort
from courses.cohorts.services.placing import Added, add_people, join_cohorts
from courses.cohorts.services.reminding import remind
from courses.cohorts.services.trying import open_further_try

__all__ = ["Added", "add_people", "create_cohort", "join_cohorts", "open_further_try", "remind"]
