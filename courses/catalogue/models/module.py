from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from courses.catalogue.models.guarded import GuardedPage, publish_panel


class ModulePage(GuardedPage):
    """Groups lessons, so that authors can drag them; readers see it as a heading."""

    summary = models.CharField(_("summary"), max_length=300, blank=True)

    content_panels = [publish_panel(), *Page.content_panels, FieldPanel("summary")]
    parent_page_types = ["catalogue.CoursePage"]
    subpage_types = ["catalogue.LessonPage"]

    class Meta:
        verbose_name = _("module")
