"""Publish course, in the editor: what would change, what stands in the way, and one button."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from courses.catalogue import queries, services
from courses.catalogue.forms import PublishForm
from courses.catalogue.models import CoursePage
from courses.syllabus.engine.publishing import DraftInvalid, Plan, StructureChanged


def publish_course(request: HttpRequest, page_id: int) -> HttpResponse:
    """Wagtail wraps every admin address: only people with access to the editor come as far as this."""
    page = get_object_or_404(CoursePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    form = PublishForm(request.POST or None)
    problems: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            plan = services.publish_course(page=page, actor=request.user, **form.cleaned_data)
        except DraftInvalid as invalid:
            problems = invalid.problems
        except StructureChanged:
            form.add_error("impact", _("Lessons were added, removed or moved: that is more than cosmetic."))
        else:
            messages.success(request, _said(plan))
            return redirect("wagtailadmin_explore", page.pk)
    return render(request, "courses/catalogue/admin/publish_course.html", _context(page, form, problems))


def _context(page: CoursePage, form: PublishForm, problems: tuple[str, ...]) -> dict[str, Any]:
    return {
        "page": page,
        "form": form,
        "problems": problems,
        "course": queries.published(page),
        "languages": [version.locale.get_display_name() for version in queries.languages_of(page)],
    }


def _said(plan: Plan) -> str:
    if plan.is_empty:
        return _("Nothing had changed; learners read what they read before.")
    if plan.new_version:
        return _("Published as a new version of the course.")
    return _("Published: %(n)s lessons have new words.") % {"n": len(plan.lesson_editions)}
