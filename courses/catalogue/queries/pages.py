"""Pages as authors have them. Nothing here is called while a learner reads."""

from django.db.models import QuerySet
from wagtail.models import Locale, Page, Site

from courses.catalogue.models import CatalogueIndexPage, CoursePage, LessonPage, ModulePage
from courses.syllabus import queries as syllabus
from courses.syllabus.models import Course


def source_page(page: CoursePage) -> CoursePage:
    """The page in the language the course was first published in; before that, the given one."""
    source = Course.objects.filter(code=page.code).values_list("source_locale", flat=True).first()
    if source is None or source == page.locale.language_code:
        return page
    return page.get_translations().select_related("locale").get(locale__language_code=source)


def is_source(page: CoursePage) -> bool:
    return Course.objects.filter(code=page.code, source_locale=page.locale.language_code).exists()


def published(page: CoursePage) -> Course | None:
    """What learners have of this course; None before its first publish."""
    return Course.objects.filter(code=page.code).select_related("current").first()


def languages_of(page: CoursePage) -> list[CoursePage]:
    """Live pages in all languages. Aliases are copies of the source and say nothing in their language."""
    pages = page.get_translations(inclusive=True).live().filter(alias_of=None)
    return list(pages.select_related("locale").order_by("locale__language_code"))


def tree_of(page: CoursePage) -> list[tuple[ModulePage, list[LessonPage]]]:
    modules = ModulePage.objects.child_of(page).live().filter(alias_of=None).order_by("path")
    return [
        (module, list(LessonPage.objects.child_of(module).live().filter(alias_of=None).order_by("path")))
        for module in modules
    ]


def live_lessons() -> QuerySet[LessonPage]:
    """Every lesson in every language, without the copies that say nothing in theirs."""
    return LessonPage.objects.live().filter(alias_of=None).select_related("locale").order_by("path")


def open_courses() -> dict[str, str]:
    """Codes of the courses that can be opened, by where their pages stand in the tree."""
    listed = syllabus.listed_courses().values("code")
    return dict(CoursePage.objects.live().filter(code__in=listed).values_list("path", "code"))


def course_of(page: Page) -> CoursePage | None:
    """The course a page belongs to, itself included."""
    return CoursePage.objects.ancestor_of(page, inclusive=True).first()


def shelf(locale_code: str) -> CatalogueIndexPage | None:
    return CatalogueIndexPage.objects.filter(locale__language_code=locale_code).first()


def root_page() -> Page:
    return Site.objects.get(is_default_site=True).root_page


def locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]
