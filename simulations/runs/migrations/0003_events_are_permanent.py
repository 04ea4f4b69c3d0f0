"""The database itself refuses to change or take away an event: SQL by hand included.

SQLite drops triggers with their table, so a later migration that alters this table on SQLite must add them again.
"""

from django.db import migrations

SQLITE = (
    """CREATE TRIGGER runs_runevent_no_update BEFORE UPDATE ON runs_runevent
       BEGIN SELECT RAISE(ABORT, 'the log of a run is append-only'); END""",
    """CREATE TRIGGER runs_runevent_no_delete BEFORE DELETE ON runs_runevent
       BEGIN SELECT RAISE(ABORT, 'the log of a run is append-only'); END""",
)
SQLITE_BACK = ("DROP TRIGGER runs_runevent_no_update", "DROP TRIGGER runs_runevent_no_delete")
POSTGRES = (
    """CREATE FUNCTION runs_runevent_is_permanent() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the log of a run is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER runs_runevent_no_change BEFORE UPDATE OR DELETE ON runs_runevent
       FOR EACH ROW EXECUTE FUNCTION runs_runevent_is_permanent()""",
)
POSTGRES_BACK = (
    "DROP TRIGGER runs_runevent_no_change ON runs_runevent",
    "DROP FUNCTION runs_runevent_is_permanent()",
)


def forbid(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


def allow(apps, schema_editor):
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRES_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("runs", "0002_guard_the_words")]
    operations = [migrations.RunPython(forbid, allow)]
