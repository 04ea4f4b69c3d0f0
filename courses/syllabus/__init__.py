"""What a publish leaves behind: an immutable, language-neutral structure, and the words of each lesson per language.

Enrolments pin a version; whatever a learner does points at activities, which keep their uuid for ever. Pages are not
known here: the catalogue reads them and hands over plain values.
"""
