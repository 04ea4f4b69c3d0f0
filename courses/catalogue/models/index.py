from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class CatalogueIndexPage(Page):
    """The shelf on which courses stand, one per language."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["catalogue.CoursePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("catalogue")
