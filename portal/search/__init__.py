"""Search that finds a word in either script: folding, reading what was asked, marking what was found.

Rows keep a folded `search_text`; both databases answer the same question in the same way. Who may see a row is
the business of the room that owns it.
"""
