import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.guard.models import GuardedModel
from specialists_network.spaces.models import Theme


class Note(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    space = models.ForeignKey("spaces.Space", on_delete=models.PROTECT, related_name="notes")
    # Empty once the account is erased: the note stays, signed by a former member.
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="notes")
    jurisdiction = models.ForeignKey("accounts.Jurisdiction", on_delete=models.PROTECT)
    created_at = models.DateTimeField()
    # Drawn by the form: the same form sent twice makes one note.
    once = models.UUIDField(unique=True, null=True, editable=False)

    class Meta:
        indexes = (models.Index(fields=("author", "-id"), name="note_by_author"),)


class NoteEdition(GuardedModel):
    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("Waiting for endorsement")
        PUBLISHED = "published", _("Published")
        SUPERSEDED = "superseded", _("Superseded")

    guarded_fields: ClassVar[tuple[str, ...]] = (
        "title",
        "situation",
        "what_we_did",
        "law",
        "result",
        "caution",
        "sources",
    )

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    # Counts changes of the text within the edition: a stale tab and an endorsement both name the one they saw.
    revision = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    title = models.CharField(max_length=160)
    situation = models.TextField()
    what_we_did = models.TextField(blank=True)
    law = models.TextField(blank=True)
    result = models.TextField(blank=True)
    caution = models.TextField(blank=True)
    sources = models.TextField(blank=True)
    cites = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    themes = models.CharField(max_length=400, default=" ")
    countries = models.ManyToManyField("accounts.Jurisdiction", related_name="+")
    valid_months = models.PositiveSmallIntegerField(default=6)
    search_text = models.TextField(default="")
    changed_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    valid_until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("note", "number"), name="note_edition_once"),
            models.UniqueConstraint(
                fields=("note",), condition=Q(state__in=("draft", "review")), name="note_one_open_edition"
            ),
            models.UniqueConstraint(
                fields=("note",), condition=Q(state="published"), name="note_one_published_edition"
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False, valid_until__isnull=False),
                name="note_published_with_dates",
            ),
        )
        indexes = (models.Index(fields=("state", "-published_at", "-id"), name="note_edition_newest"),)

    @property
    def is_open(self) -> bool:
        return self.state in {self.State.DRAFT, self.State.REVIEW}

    @property
    def theme_list(self) -> list[Theme]:
        return Theme.unpack(self.themes)

    @property
    def steps(self) -> list[str]:
        """What we did, one step a line; a single paragraph is no list."""
        lines = [line.strip() for line in self.what_we_did.splitlines() if line.strip()]
        return lines if len(lines) > 1 else []

    @property
    def source_lines(self) -> list[str]:
        return [line.strip() for line in self.sources.splitlines() if line.strip()]


class Endorsement(GuardedModel):
    """A colleague from elsewhere stands behind one revision of an edition, and behind no other."""

    guarded_fields: ClassVar[tuple[str, ...]] = ("comment",)

    edition = models.ForeignKey(NoteEdition, on_delete=models.CASCADE, related_name="endorsements")
    revision = models.PositiveIntegerField()
    endorser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="endorsements"
    )
    jurisdiction = models.ForeignKey("accounts.Jurisdiction", on_delete=models.PROTECT)
    comment = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("edition", "revision", "endorser"), name="endorsed_once_per_revision"),
        )
