import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from portal.guard.models import GuardedModel
from specialists_network.spaces.models import Theme


class Thread(GuardedModel):
    guarded_fields: ClassVar[tuple[str, ...]] = ("title",)

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    space = models.ForeignKey("spaces.Space", on_delete=models.PROTECT, related_name="threads")
    title = models.CharField(max_length=160)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    themes = models.CharField(max_length=400, default=" ")
    countries = models.ManyToManyField("accounts.Jurisdiction", related_name="+")
    # Empty once the account is erased: the question stays, asked by a former member.
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="threads")
    jurisdiction = models.ForeignKey("accounts.Jurisdiction", on_delete=models.PROTECT)
    created_at = models.DateTimeField()
    # Counters of the posts, changed with the row locked: lists never count, numbers never have gaps.
    post_seq = models.PositiveIntegerField(default=0)
    last_posted_at = models.DateTimeField()
    accepted = models.ForeignKey("forum.Post", on_delete=models.SET_NULL, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    accepted_revision = models.PositiveIntegerField(default=0)
    once = models.UUIDField(unique=True, null=True, editable=False)

    class Meta:
        indexes = (
            models.Index(fields=("space", "-last_posted_at", "-id"), name="thread_newest"),
            models.Index(fields=("author", "-id"), name="thread_by_author"),
        )

    @property
    def theme_list(self) -> list[Theme]:
        return Theme.unpack(self.themes)

    @property
    def replies(self) -> int:
        return max(0, self.post_seq - 1)


class Post(GuardedModel):
    """`seq` 1 is the question."""

    guarded_fields: ClassVar[tuple[str, ...]] = ("text",)

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="posts")
    seq = models.PositiveIntegerField()
    text = models.TextField()
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="posts")
    jurisdiction = models.ForeignKey("accounts.Jurisdiction", on_delete=models.PROTECT)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    search_text = models.TextField(default="")
    once = models.UUIDField(unique=True, null=True, editable=False)

    class Meta:
        ordering = ("thread_id", "seq")
        constraints = (models.UniqueConstraint(fields=("thread", "seq"), name="post_number_once"),)
        indexes = (models.Index(fields=("author", "-id"), name="post_by_author"),)


class PostRevision(GuardedModel):
    """The text before an edit."""

    guarded_fields: ClassVar[tuple[str, ...]] = ("text",)

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions")
    revision = models.PositiveIntegerField()
    text = models.TextField()
    replaced_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("post", "revision"), name="post_revision_once"),)


class ReadMark(models.Model):
    """How far a member has read a thread: one number, not a row for each post."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="read_marks")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="read_marks")
    last_seq = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "thread"), name="read_mark_once"),)
