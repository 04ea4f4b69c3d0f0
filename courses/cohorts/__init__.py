"""Cohorts: officials who take a course together, with trainers who see who needs them.

Reads progress from the counters of learning and never recounts; enrols through learning and invites through accounts.
"""
