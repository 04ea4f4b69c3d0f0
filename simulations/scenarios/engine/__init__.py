"""The frozen form of a case: the author's words with the calendars and legal values of that day, as canonical JSON."""
