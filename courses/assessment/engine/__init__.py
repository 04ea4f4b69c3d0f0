"""Questions, grading and the outcome of a test: pure rules, no Django, no clock, no dice."""
