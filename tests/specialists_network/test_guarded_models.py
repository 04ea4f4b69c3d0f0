"""No text of the network is stored without a verdict: every text field is guarded, or it is no text of a person."""

import pytest
from django.apps import apps
from django.db import models

from portal.guard.models import GuardedModel, GuardedQuerySet

# What a person cannot type freely: choices and packed keys, digests and folded copies, the site's own names.
NOT_TYPED = {"guard_digest", "search_text", "language", "themes", "state", "cites"}
OURS = [model for label in ("spaces", "notes", "forum") for model in apps.get_app_config(label).get_models()]
GUARDED = [model for model in apps.get_models() if issubclass(model, GuardedModel)]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_text_of_the_network_is_guarded(model):
    if model._meta.label == "spaces.Space":
        return  # its name and key come from a migration
    texts = {
        field.name
        for field in model._meta.local_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
    }
    assert texts - NOT_TYPED == set(getattr(model, "guarded_fields", ()))


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
def test_a_guarded_model_names_its_texts_and_cannot_be_written_in_bulk(model):
    assert model.guarded_fields
    assert all(model._meta.get_field(name) for name in model.guarded_fields)
    assert isinstance(model._default_manager.all(), GuardedQuerySet)
