"""Learning and its record: the catalogue, what a publish compiles, enrolments, tests, cohorts, certificates.

Pages describe content and exist once per language; records are language-neutral and never point at a page.
It plays practice cases through `simulations.runs.api` and owns nothing of them.
"""
