"""People: accounts, where people work, what they may do, invitations, sign-in, and what is known about a person.

Owns users, institutions, jurisdictions, role grants, invitations and the registry of personal data. Knows nothing of
courses, cases or the network: rooms above tell the registry what they keep about a person. Mails are announced by a
signal; the post room above writes them.
"""
