"""Simulated readmission cases: the pure engine, agreement packs, scenarios and the runs people play.

A run is an append-only log pinned to an immutable scenario version; state, score and debrief are folds
over it. It knows nothing of courses: a run carries an opaque context and hands it back when it ends.
"""
