from courses.catalogue.models.course import CoursePage
from courses.catalogue.models.index import CatalogueIndexPage
from courses.catalogue.models.lesson import LessonPage
from courses.catalogue.models.module import ModulePage

__all__ = ["CatalogueIndexPage", "CoursePage", "LessonPage", "ModulePage"]
