"""What authors do: write a course from data, publish it."""

from courses.catalogue.services.compiling import compile_course
from courses.catalogue.services.publishing import publish_course
from courses.catalogue.services.writing import write_course

__all__ = ["compile_course", "publish_course", "write_course"]
