"""The notes and threads that ship: written by the people of the demo site, cited, and free of personal data."""

from pathlib import Path

import pytest
import yaml

from portal.guard.engine.scan import scan
from portal.law.services import read_register

ROOT = Path(__file__).parents[2]


def _read(path):
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


NOTES = _read("specialists_network/notes/demo_notes.yaml")["notes"]
THREADS = _read("specialists_network/forum/demo_threads.yaml")["threads"]
PEOPLE = {person["key"]: person for person in _read("portal/demo/people.yaml")["specialists"]}
PARTS = ("title", "situation", "what_we_did", "law", "result", "caution")
JURISDICTIONS = {"AL", "BA", "XK", "ME", "MK", "RS"}
KEYS = {
    f"{instrument['key']}.{provision['key']}"
    for instrument in read_register()["instruments"]
    for provision in instrument["provisions"]
}
TEXTS = [
    *[pytest.param(note[part], id=f"{note['key']}-{part}") for note in NOTES for part in PARTS],
    *[pytest.param(thread["title"] + "\n" + thread["question"], id=thread["key"]) for thread in THREADS],
    *[
        pytest.param(reply["text"], id=f"{thread['key']}-{n}")
        for thread in THREADS
        for n, reply in enumerate(thread["replies"], start=1)
    ],
]

each_note = pytest.mark.parametrize("note", NOTES, ids=lambda note: note["key"])
each_thread = pytest.mark.parametrize("thread", THREADS, ids=lambda thread: thread["key"])


def test_six_notes_and_four_threads_ship():
    assert (len(NOTES), len(THREADS)) == (6, 4)
    assert {note["author"] for note in NOTES} == PEOPLE.keys()


@each_note
def test_a_note_has_every_part_and_its_endorser_is_from_elsewhere(note):
    assert all(note[part].strip() for part in PARTS)
    assert note["sources"]
    assert PEOPLE[note["author"]]["jurisdiction"] != PEOPLE[note["endorser"]]["jurisdiction"]
    # A note claims to be seen to work only where somebody signed for it.
    assert set(note["countries"]) == {PEOPLE[note[role]]["jurisdiction"] for role in ("author", "endorser")}
    assert set(note["cites"]) <= KEYS


@each_thread
def test_a_thread_is_answered_by_others_and_has_at_most_one_accepted_answer(thread):
    authors = [reply["author"] for reply in thread["replies"]]
    assert {thread["author"], *authors} <= PEOPLE.keys()
    assert set(thread["countries"]) <= JURISDICTIONS
    assert thread["author"] not in authors
    assert sum(reply.get("accepted", False) for reply in thread["replies"]) == 1


def test_the_texts_are_in_more_than_one_language_and_script():
    assert {note["language"] for note in NOTES} == {"en", "sq", "sr"}
    assert {reply["language"] for thread in THREADS for reply in thread["replies"]} == {"en", "sq", "bs", "cnr"}


@pytest.mark.parametrize("text", TEXTS)
def test_the_guard_lets_every_text_pass(text):
    verdict = scan(text)
    assert (verdict.verdict, verdict.findings) == ("pass", ())
