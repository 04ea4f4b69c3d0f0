"""What the admin stores without our forms passes the guard all the same."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Comment, CommentReply, TaskState
from wagtail_localize.models import StringTranslation

from portal.guard.models import Incident
from portal.guard.receivers import refuse_what_must_not_be_kept

pytestmark = pytest.mark.django_db
NUMBER = "0101090710002"


@pytest.mark.parametrize(
    ("model", "field", "place"),
    [
        (Comment, "text", "admin.comment"),
        (CommentReply, "text", "admin.commentreply"),
        (TaskState, "comment", "admin.taskstate"),
        (StringTranslation, "data", "admin.stringtranslation"),
    ],
)
def test_a_personal_number_is_not_stored(model, field, place):
    with pytest.raises(PermissionDenied) as refused:
        model(**{field: f"JMBG {NUMBER}"}).save()
    assert NUMBER not in str(refused.value)
    assert Incident.objects.values_list("place", "kinds").get() == (place, ["jmbg"])


def test_an_ordinary_note_is():
    refuse_what_must_not_be_kept(Comment, Comment(text="Please check Article 10(2) again."))
    assert Incident.objects.count() == 0
