"""A person gets every word back that was written in a run, and can have all of it forgotten."""

import pytest

from simulations.runs.models import Seat, SeatText
from simulations.runs.privacy import seats_as_documents
from simulations.runs.services import keep_note

pytestmark = pytest.mark.django_db


def test_the_export_holds_each_run_and_each_word(play, owner):
    keep_note(user=owner, run_uuid=play.run.uuid, text="Ask about the place.")
    play.act("refuse", ground="doubt", reasons="The dates of birth differ.")
    document = next(iter(seats_as_documents(owner)))
    assert (document["case"], document["result"]) == ("small-case", "fail")
    assert [row["text"] for row in document["words"]] == ["Ask about the place.", "The dates of birth differ."]


def test_the_export_is_about_one_person(play, stranger):
    assert list(seats_as_documents(stranger)) == []


def test_words_go_with_the_seat(play, owner):
    keep_note(user=owner, run_uuid=play.run.uuid, text="Ask about the place.")
    Seat.objects.filter(user=owner).delete()
    assert SeatText.objects.count() == 0
