"""Enrolments and progress. A learner's record points at activities and versions, never at a page or a language.

Progress is a counter on the enrolment, written together with the completion; lists read it and never recount.
"""
