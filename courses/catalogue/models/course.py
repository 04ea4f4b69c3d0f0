from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from courses.catalogue.blocks import ClosingBlock
from courses.catalogue.fields import BlocksField
from courses.catalogue.models.guarded import GuardedPage, publish_panel


class CoursePage(GuardedPage):
    """The title page of a course. What is the same in every language is written on the source page only."""

    class Cover(models.TextChoices):
        BRIDGE = "bridge", _("Bridge")
        EVIDENCE = "evidence", _("Evidence")
        CLOCK = "clock", _("Clock")
        FAMILY = "family", _("Family")
        TALK = "talk", _("Talk")
        DIGNITY = "dignity", _("Dignity")
        DATA = "data", _("Data")
        PAPERS = "papers", _("Papers")

    code = models.SlugField(_("code"), max_length=60, help_text=_("Part of every address; never change it."))
    summary = models.CharField(_("what one can do afterwards"), max_length=300)
    audience = models.CharField(_("for whom"), max_length=300, blank=True)
    aims = BlocksField([("aim", blocks.CharBlock(max_length=300))], blank=True, verbose_name=_("aims"))
    note = models.TextField(_("note on the law in this course"), blank=True, max_length=1000)
    machine_drafted = models.BooleanField(_("drafted by a machine, not yet read by a person"), default=False)
    level = models.CharField(_("level"), max_length=10, blank=True)
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=1, default=0)
    scope = models.CharField(
        _("scope"),
        max_length=10,
        choices=[("regional", _("Regional")), ("national", _("National"))],
        default="regional",
    )
    cover = models.CharField(_("cover"), max_length=20, choices=Cover.choices, default=Cover.BRIDGE)
    competencies = models.CharField(
        _("competencies"), max_length=300, blank=True, help_text=_("Keys of the framework, separated by commas.")
    )
    is_open = models.BooleanField(_("people may enrol themselves"), default=True)
    closing = BlocksField(ClosingBlock(), blank=True, verbose_name=_("after the lessons"))

    content_panels = [
        publish_panel(),
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("audience"),
        FieldPanel("aims"),
        FieldPanel("note"),
        FieldPanel("closing"),
        FieldPanel("machine_drafted"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("code", "level", "hours", "scope", "cover", "competencies", "is_open")],
            heading=_("The same in every language"),
        ),
    ]
    override_translatable_fields = [
        *(SynchronizedField(name) for name in ("code", "level", "hours", "scope", "cover", "competencies", "is_open")),
        SynchronizedField("slug"),
        TranslatableField("closing"),
    ]
    parent_page_types = ["catalogue.CatalogueIndexPage"]
    subpage_types = ["catalogue.ModulePage"]

    class Meta:
        verbose_name = _("course")

    def clean(self) -> None:
        super().clean()
        others = CoursePage.objects.filter(code=self.code).exclude(translation_key=self.translation_key)
        if self.code and others.exists():
            raise ValidationError({"code": _("Another course has this code.")})
