"""What an official can do: the framework of six competencies, the evidence for each, and the picture it gives.

Evidence is appended by rooms above (a test, a practice case) and never changed. The picture is derived, belongs to the
learner, and says nothing about a person's worth: no ranking, no number for an employer.
"""
