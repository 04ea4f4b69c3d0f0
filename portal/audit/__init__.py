"""The append-only trail of who changed what, when.

Knows people only by their uuid. Lines are never changed and never deleted: neither through the ORM nor in the database.
"""
