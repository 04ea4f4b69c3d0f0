"""Practice cases as pure values: what a case is, what may be done, what it does, what it shows afterwards.

No Django, no wall clock, no dice. A run is a log of events; every state is a fold over it.
Read `scenario`, then `run` (begin, decide, evolve), then `desk` and `debrief` (what screens show).
"""
