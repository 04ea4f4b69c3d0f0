"""The editor's door to publishing a course, and the reader's way from a page of the tree to what is published."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import HeaderButton
from wagtail.models import Page

from courses.catalogue import admin_views, queries
from courses.catalogue.models import CatalogueIndexPage, CoursePage, LessonPage, ModulePage
from portal.core.media import part_of
from portal.core.uploads import VIDEOS


@hooks.register("register_admin_urls")
def publish_address() -> list[URLPattern]:
    return [path("courses/<int:page_id>/publish/", admin_views.publish_course, name="publish_course")]


@hooks.register("register_page_header_buttons")
def publish_button(page: Page, user: Any, next_url: str | None = None, **_rest: Any) -> Iterator[HeaderButton]:
    page = page.specific
    if not isinstance(page, CoursePage | ModulePage | LessonPage):
        return
    course = queries.course_of(page)
    if course and course.permissions_for_user(user).can_publish():
        url = reverse("publish_course", args=[course.pk])
        yield HeaderButton(_("Publish course"), url, icon_name="upload", priority=5)


@hooks.register("before_serve_document")
def show_documents_to_people_of_the_site(document: Any, request: HttpRequest) -> HttpResponse | None:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    is_video = document.file_extension.lower() in VIDEOS
    return part_of(request, document.file, document.content_type) if is_video else None


@hooks.register("before_serve_page")
def lead_to_what_is_published(
    page: Page, request: HttpRequest, serve_args: list[Any], serve_kwargs: dict[str, Any]
) -> HttpResponse | None:
    """Pages are what authors write; a reader who has such an address is led to the place where it is read."""
    if isinstance(page, CatalogueIndexPage):
        return redirect("catalogue:index")
    if isinstance(page, LessonPage) and (course := queries.course_of(page)):
        return redirect("learning:activity", course.code, page.translation_key)
    if isinstance(page, CoursePage | ModulePage) and (course := queries.course_of(page)):
        return redirect("learning:course", course.code)
    return redirect("home:index") if page.depth == 2 else None
