"""Questions and answers: a thread is asked by one member and answered by all; the asker accepts one answer.

Posts are numbered without gaps, so that a page of a thread is a stretch of numbers. An edit keeps the earlier text.
"""
