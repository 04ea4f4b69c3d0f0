from courses.syllabus.models.course import Activity, Course
from courses.syllabus.models.editions import CourseEdition, LessonEdition
from courses.syllabus.models.versions import Requirement, SyllabusVersion

__all__ = ["Activity", "Course", "CourseEdition", "LessonEdition", "Requirement", "SyllabusVersion"]
