"""Pasted lines against who has an account and who is in the cohort: two queries for any number of lines."""

from courses.cohorts.engine import pasting
from courses.cohorts.engine.pasting import CheckedLine
from courses.cohorts.models import Cohort
from portal.accounts.api import find_people, languages_by_name


def check_pasted(text: str, *, cohort: Cohort) -> tuple[CheckedLine, ...]:
    lines = pasting.read(text, languages=languages_by_name())
    people = find_people(line.email for line in lines)
    members = set(cohort.participants.values_list("email", flat=True))
    return pasting.check(lines, known=people, members=members)
