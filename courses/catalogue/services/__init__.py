"""What authors do: write a course from data, publish it."""

from courses.catalogue.services.compiling import Preview, compile_course, preview_lesson
from courses.catalogue.services.publishing import Upcoming, publish_course, upcoming
from courses.catalogue.services.writing import write_course

__all__ = ["Preview", "Upcoming", "compile_course", "preview_lesson", "publish_course", "upcoming", "write_course"]
