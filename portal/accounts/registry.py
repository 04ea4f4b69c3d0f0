"""What the site keeps about a person: each room says so in its `privacy.py`, and a model that does not fails the tests.

    personal_data("cohorts.Membership", erase=Erase.KEEP, reason=_("Completion counts stay; they name nobody."))
    personal_data("runs.Run", export=runs_as_documents, erase=forget_runs)
    personal_data("notes.Note", user_field="author", erase=Erase.KEEP, reason=_("Signed as a former colleague."))
    personal_data("guard.Incident", user_field="person", by="uuid", erase=Erase.KEEP, reason=_("Counts only."))

An account is never deleted but emptied: rows that stay point at somebody without a name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

Document = dict[str, Any]
Exporter = Callable[[Any], Iterable[Document]]
Eraser = Callable[[Any], None]
NEVER_EXPORTED = frozenset({"password", "token_hash", "session_key", "search_text", "guard_digest"})


class Erase(Enum):
    DELETE = "delete"
    UNLINK = "unlink"
    KEEP = "keep"


@dataclass(frozen=True)
class Rule:
    label: str
    user_field: str
    by: str
    export: Exporter | None
    erase: Erase | Eraser
    reason: Any

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.label)

    def rows(self, user: Any) -> models.QuerySet[Any]:
        value = user if self.by == "pk" else str(getattr(user, self.by))
        return self.model._default_manager.filter(**{self.user_field: value}).order_by("pk")


_rules: dict[tuple[str, str], Rule] = {}


def personal_data(
    label: str,
    *,
    user_field: str | None = None,
    by: str = "pk",
    export: Exporter | None = None,
    erase: Erase | Eraser = Erase.DELETE,
    reason: Any = "",
) -> None:
    """Says what happens to a model's rows about a person.

    `user_field` may be left out where only one field points at the user; a model with several needs a rule for each.
    `by="uuid"` is for rooms that know people by a string key. Without `export`, the row's own fields are exported.
    What is kept needs a reason; people read it on the page where they ask for erasure.
    """
    field = user_field or _only_user_field(label)
    if erase is Erase.KEEP and not reason:
        raise ImproperlyConfigured(f"{label}.{field}: say why it is kept.")
    _rules[label.lower(), field] = Rule(label.lower(), field, by, export, erase, reason)


def rules() -> tuple[Rule, ...]:
    return tuple(rule for _, rule in sorted(_rules.items()))


def user_fields(model: type[models.Model]) -> list[str]:
    """Fields of a model that point at a user; a table that Django makes for a many-to-many is its owner's matter."""
    if model._meta.auto_created:
        return []
    user_label = settings.AUTH_USER_MODEL.lower()
    return [
        field.name
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if field.is_relation and field.related_model and _label(field.related_model) == user_label
    ]


def unruled() -> list[str]:
    """Every field that points at a user and has no rule, in the whole installation, libraries included."""
    return sorted(
        f"{_label(model)}.{field}"
        for model in apps.get_models()
        for field in user_fields(model)
        if (_label(model), field) not in _rules
    )


def export_of(rule: Rule, user: Any) -> list[Document]:
    if rule.export:
        return list(rule.export(user))
    return [_as_document(row) for row in rule.rows(user)]


def _as_document(row: models.Model) -> Document:
    return {
        field.name: field.value_from_object(row)
        for field in row._meta.concrete_fields
        if field.name not in NEVER_EXPORTED and not field.name.endswith(("_hash", "_digest"))
    }


class DocumentEncoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        return super().default(o) if not isinstance(o, bytes | memoryview) else "(binary)"


def _only_user_field(label: str) -> str:
    fields = user_fields(apps.get_model(label))
    if len(fields) != 1:
        raise ImproperlyConfigured(
            f"{label} points at a user {len(fields)} times ({', '.join(fields)}): name the field."
        )
    return fields[0]


def _label(model: Any) -> str:
    return str(model._meta.label_lower)
