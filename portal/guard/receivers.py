"""Texts that libraries store on their own way past our forms: comments, workflow notes, translations of the admin.

Pages and uploads are read by their forms, which can show where. Here the last door is: refuse to store.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Comment, CommentReply, TaskState
from wagtail_localize.models import StringTranslation

from portal.guard.engine.findings import Level
from portal.guard.services import check, note_incident
from portal.guard.words import name_of

TEXTS = {Comment: "text", CommentReply: "text", TaskState: "comment", StringTranslation: "data"}


def refuse_what_must_not_be_kept(sender: type, instance: Any, raw: bool = False, **_kwargs: Any) -> None:
    text = str(getattr(instance, TEXTS[sender]) or "")
    verdict = check(text)
    if raw or verdict.level < Level.HOLD:
        return
    note_incident(place=f"admin.{sender.__name__.lower()}", text=text, verdict=verdict)
    kinds = ", ".join(name_of(kind) for kind in verdict.kinds)
    raise PermissionDenied(_("Not saved: the text seems to hold personal data (%(kinds)s).") % {"kinds": kinds})


for model in TEXTS:
    receiver(pre_save, sender=model, dispatch_uid=f"guard.{model.__name__}")(refuse_what_must_not_be_kept)
