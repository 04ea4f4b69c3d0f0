from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from courses.catalogue.blocks import BodyBlock
from courses.catalogue.fields import BlocksField
from courses.catalogue.models.guarded import GuardedPage, publish_panel


class LessonPage(GuardedPage):
    """One sitting of ten to twenty minutes. Its translation key is the activity that learners complete."""

    class Rule(models.TextChoices):
        VIEWED = "viewed", _("Marked as read by the learner")
        ANSWERED = "answered", _("Every practice question answered")

    summary = models.CharField(_("summary"), max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=15)
    rule = models.CharField(_("counts as done when"), max_length=10, choices=Rule.choices, default=Rule.VIEWED)
    is_required = models.BooleanField(_("required"), default=True)
    machine_drafted = models.BooleanField(_("drafted by a machine, not yet read by a person"), default=False)
    body = BlocksField(BodyBlock(), verbose_name=_("body"))

    content_panels = [
        publish_panel(),
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("machine_drafted"),
        MultiFieldPanel(
            [FieldPanel("minutes"), FieldPanel("rule"), FieldPanel("is_required")],
            heading=_("The same in every language"),
        ),
    ]
    override_translatable_fields = [SynchronizedField(name) for name in ("slug", "minutes", "rule", "is_required")]
    parent_page_types = ["catalogue.ModulePage"]
    subpage_types: list[str] = []
    template = "courses/catalogue/lesson_preview.html"

    class Meta:
        verbose_name = _("lesson")
