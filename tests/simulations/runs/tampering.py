"""What somebody with the keys of the database could do to a log."""

from django.db import connection

from simulations.runs.models import Run

TRIGGERS = {
    "sqlite": ("DROP TRIGGER runs_runevent_no_update",),
    "postgresql": ("SET CONSTRAINTS ALL IMMEDIATE", "DROP TRIGGER runs_runevent_no_change ON runs_runevent"),
}


def tamper(run: Run, seq: int, column: str, value: str) -> None:
    with connection.cursor() as cursor:
        for statement in TRIGGERS[connection.vendor]:
            cursor.execute(statement)
        statement = f"UPDATE runs_runevent SET {column} = %s WHERE run_id = %s AND seq = %s"  # noqa: S608 - own words
        cursor.execute(statement, [value, run.pk, seq])
