import pytest
from django.db import DatabaseError, connection, transaction

from portal.audit.api import record
from portal.audit.models import Entry, EntryIsPermanent
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db


def test_a_line_names_its_actor_by_a_number_only():
    user = person(name="Vera Sol")
    line = record(actor=user, verb="note.published", target="note:1", detail={"version": 2})
    assert (line.actor, line.verb, line.target, line.detail) == (
        str(user.uuid),
        "note.published",
        "note:1",
        {"version": 2},
    )
    assert record(actor=None, verb="grants.expired", target="site").actor == ""


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.save(),
        lambda line: line.delete(),
        lambda line: Entry.objects.filter(pk=line.pk).update(verb="nothing"),
        lambda line: Entry.objects.all().delete(),
        lambda line: Entry.objects.bulk_update([line], ["verb"]),
    ],
)
def test_python_cannot_change_or_delete_a_line(change):
    line = record(actor=None, verb="note.published", target="note:1")
    with pytest.raises(EntryIsPermanent):
        change(line)
    assert Entry.objects.get(pk=line.pk).verb == "note.published"


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET verb = 'nothing'", "DELETE FROM audit_entry"])
def test_the_database_refuses_too(statement):
    line = record(actor=None, verb="note.published", target="note:1")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.get(pk=line.pk).verb == "note.published"


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_leaves_no_line_behind_part_one():
    record(actor=None, verb="note.published", target="note:1")


def test_a_test_that_commits_leaves_no_line_behind_part_two():
    assert Entry.objects.count() == 0
