"""Practice notes: what worked, under which law, with which caution. Written by one,
endorsed from elsewhere, valid until a date.

A note is the thing that is cited; its editions carry the text. Readers see the published edition while the next one
is being written, and an endorsement belongs to the very text that was read.
"""
