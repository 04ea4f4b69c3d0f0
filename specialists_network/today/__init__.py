"""The first page of the network and its search: what waits for a member, what is new, what is known.

Owns nothing; it asks notes and the forum through their front doors.
"""
