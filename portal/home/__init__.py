"""The first page after signing in: one obvious next thing, the case in hand, dates; for staff, who needs them.

Owns nothing: it asks the rooms' front doors and puts plain values side by side. The own page (competencies,
certificates) is here too, because only this floor may look into every room.
"""
