"""Publish course, in the editor: what would change, what stands in the way, and one button."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from courses.catalogue import queries, services
from courses.catalogue.forms import PublishForm
from courses.catalogue.models import CoursePage
from courses.syllabus.engine.publishing import DraftInvalid, Plan, StructureChanged


def publish_course(request: HttpRequest, page_id: int) -> HttpResponse:
    """Wagtail wraps every admin address: only people with access to the editor come as far as this."""
    page = queries.course_of(get_object_or_404(Page, pk=page_id))
    if page is None:
        raise Http404
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    form = PublishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            plan = services.publish_course(page=page, actor=request.user, **form.cleaned_data)
        except DraftInvalid:
            pass  # The page says what stands in the way, as it did before.
        except StructureChanged:
            form.add_error("impact", _("Lessons were added, removed or moved: that is more than cosmetic."))
        else:
            messages.success(request, _said(plan))
            return redirect("wagtailadmin_explore", page.pk)
    return render(request, "courses/catalogue/admin/publish_course.html", _context(page, form))


def _context(page: CoursePage, form: PublishForm) -> dict[str, Any]:
    return {
        "page": page,
        "form": form,
        "upcoming": services.upcoming(page),
        "course": queries.published(page),
        "languages": [version.locale.get_display_name() for version in queries.languages_of(page)],
    }


def _said(plan: Plan) -> str:
    if plan.is_empty:
        return _("Nothing had changed; learners read what they read before.")
    if plan.new_version:
        return _("Published as a new version of the course.")
    count = len(plan.lesson_editions)
    if not count:
        return _("Published: title page and outline have new words.")
    return ngettext("Published: %(n)s lesson has new words.", "Published: %(n)s lessons have new words.", count) % {
        "n": count
    }
