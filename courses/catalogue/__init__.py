"""What authors write: one tree of pages per language, and the explicit act that publishes a course.

Pages describe content and are never read by a learner; publishing hands plain values down to the syllabus.
"""
