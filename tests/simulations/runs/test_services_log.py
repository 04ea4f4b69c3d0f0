"""A log that was touched shows it, and one that was not can always be checked."""

import pytest
from django.db import DatabaseError, connection, transaction

from portal.accounts.services.privacy import erase
from simulations.runs import queries, services
from simulations.runs.models import LogIsAppendOnly, Run, RunEvent, SeatText
from tests.simulations.runs.tampering import tamper

pytestmark = pytest.mark.django_db


def test_an_untouched_log_is_what_the_engine_would_have_written(finished):
    assert services.verify(finished.fresh) == ""


@pytest.mark.parametrize(("column", "value"), [("at", "2026-04-02T10:41:00"), ("kind", "waited"), ("hash", "0" * 64)])
def test_a_changed_event_breaks_the_chain(finished, column, value):
    tamper(finished.run, 3, column, value)
    assert services.verify(finished.fresh) == "chain broken at 3"


def test_a_log_that_was_cut_short_is_noticed(play):
    play.act("ask_page")
    Run.objects.filter(pk=play.run.pk).update(seq=play.fresh.seq + 1)
    assert services.verify(play.fresh) == "log ends at 3, the run at 4"


def test_changed_words_do_not_fit_their_digest(play):
    play.act("refuse", ground="doubt", reasons="The date of birth differs.")
    row = SeatText.objects.get()
    assert queries.events_of(play.fresh)[2].data["inputs"]["reasons"]["words"] == 5
    services.words.keep_words({"pk": row.pk}, "Something else entirely.", allow=())
    assert services.verify(play.fresh) == "words changed at step 2"


def test_own_words_are_not_in_the_log(play):
    play.act("refuse", ground="doubt", reasons="The date of birth differs.")
    assert "differs" not in str([event.as_dict() for event in queries.events_of(play.fresh)])


def test_an_event_is_never_changed_or_taken_away_by_python(play):
    event = play.run.events.first()
    for change in (event.save, event.delete, RunEvent.objects.all().delete, lambda: RunEvent.objects.update(seq=9)):
        with pytest.raises(LogIsAppendOnly):
            change()


@pytest.mark.parametrize("statement", ["UPDATE runs_runevent SET seq = 99", "DELETE FROM runs_runevent"])
def test_nor_by_the_database(play, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_person_who_is_forgotten_leaves_a_log_that_still_checks_out(play, owner):
    play.act("refuse", ground="doubt", reasons="The date of birth differs.")
    erase(user=owner)
    assert SeatText.objects.count() == 0
    assert services.verify(play.fresh) == ""
    assert not queries.runs_of(owner).exists()
