"""Questions, tests and attempts. Grades on the server by a pure engine; knows an enrolment only as an opaque uuid.

Does not know courses, lessons or certificates: rooms above hand down what a seat is for, and hear what happened.
"""
