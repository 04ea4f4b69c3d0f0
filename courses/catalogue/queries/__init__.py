from courses.catalogue.queries.cards import Card, Shelf, cards_for
from courses.catalogue.queries.pages import (
    course_of,
    is_source,
    languages_of,
    live_lessons,
    locale,
    open_courses,
    published,
    root_page,
    shelf,
    source_page,
    tree_of,
)

__all__ = [
    "Card",
    "Shelf",
    "cards_for",
    "course_of",
    "is_source",
    "languages_of",
    "live_lessons",
    "locale",
    "open_courses",
    "published",
    "root_page",
    "shelf",
    "source_page",
    "tree_of",
]
