"""From draft to publication: an endorsement belongs to the words it was given to."""

import datetime
import uuid

import pytest
import time_machine

from portal.audit.models import Entry
from portal.guard.api import NotGuarded, Refused
from portal.law.api import places_citing
from specialists_network.notes import queries, services, signals
from specialists_network.notes.models import Endorsement, Note, NoteEdition
from specialists_network.notes.services import MayNotEndorse, NotOpen, StaleText, months_later
from specialists_network.spaces.models import Space
from tests.factories.network import content, draft, proposed, published, specialist

pytestmark = pytest.mark.django_db
NUMBER = "0101090710002"


@pytest.fixture
def author():
    return specialist("MK", name="Elena Tasevik")


@pytest.fixture
def colleague():
    return specialist("AL", name="Arta Lumaj")


def test_an_endorsement_from_elsewhere_publishes_the_note_until_a_date(
    author, colleague, django_capture_on_commit_callbacks
):
    heard = []
    signals.note_published.connect(
        lambda sender, **news: heard.append(news["edition"]), weak=False, dispatch_uid="test"
    )
    moment = datetime.datetime(2026, 8, 31, 10, tzinfo=datetime.UTC)
    with time_machine.travel(moment, tick=False), django_capture_on_commit_callbacks(execute=True):
        published(author, colleague)
    signals.note_published.disconnect(dispatch_uid="test")
    edition = NoteEdition.objects.get()

    assert (edition.state, edition.valid_until) == ("published", datetime.date(2027, 2, 28))
    assert [(e.endorser, e.jurisdiction_id) for e in edition.endorsements.all()] == [(colleague.user, "AL")]
    assert heard == [1]
    assert Entry.objects.filter(verb="note.published", target=f"note:{edition.note.uuid}").count() == 1


def test_the_author_and_compatriots_cannot_endorse(author):
    edition = proposed(author)
    for member in (author, specialist("MK")):
        with pytest.raises(MayNotEndorse):
            services.endorse(member=member, note_uuid=edition.note.uuid, seen=(1, 1))
    assert Endorsement.objects.count() == 0


def test_a_draft_cannot_be_endorsed(author, colleague):
    note = draft(author)
    with pytest.raises(NotOpen):
        services.endorse(member=colleague, note_uuid=note.uuid, seen=(1, 1))


def test_an_endorsement_of_words_that_have_changed_is_refused(author, colleague):
    edition = proposed(author)
    services.save_draft(member=author, note_uuid=edition.note.uuid, content=content(result="New."), seen=(1, 1))
    with pytest.raises(StaleText):
        services.endorse(member=colleague, note_uuid=edition.note.uuid, seen=(1, 1))
    assert NoteEdition.objects.get().state == "review"


def test_where_two_are_needed_an_edit_between_them_starts_again(author, colleague):
    Space.objects.update(endorsers_needed=2)
    author, colleague, third = specialist("MK"), specialist("AL"), specialist("ME")
    edition = proposed(author)
    services.endorse(member=colleague, note_uuid=edition.note.uuid, seen=(1, 1))
    services.save_draft(member=author, note_uuid=edition.note.uuid, content=content(result="New."), seen=(1, 1))
    services.endorse(member=third, note_uuid=edition.note.uuid, seen=(1, 2))
    edition.refresh_from_db()
    assert edition.state == "review"
    assert [e.jurisdiction_id for e in queries.current_endorsements(edition)] == ["ME"]

    services.endorse(member=colleague, note_uuid=edition.note.uuid, seen=(1, 2))
    edition.refresh_from_db()
    assert edition.state == "published"


def test_two_endorsers_of_one_jurisdiction_count_once(author):
    Space.objects.update(endorsers_needed=2)
    author = specialist("MK")
    edition = proposed(author)
    for member in (specialist("AL"), specialist("AL")):
        services.endorse(member=member, note_uuid=edition.note.uuid, seen=(1, 1))
    edition.refresh_from_db()
    assert edition.state == "review"


def test_editing_a_published_note_leaves_readers_the_endorsed_text(author, colleague):
    edition = published(author, colleague)
    services.save_draft(member=author, note_uuid=edition.note.uuid, content=content(title="Second"), seen=(1, 1))
    view = queries.note_for(colleague, edition.note.uuid)

    assert (view.published.title, view.published.number) == ("Child born abroad: register first", 1)
    assert view.open is None
    assert queries.note_for(author, edition.note.uuid).open.number == 2

    services.ask_endorsement(member=author, note_uuid=edition.note.uuid, seen=(2, 1))
    services.endorse(member=colleague, note_uuid=edition.note.uuid, seen=(2, 1))
    assert queries.note_for(colleague, edition.note.uuid).published.title == "Second"
    assert list(NoteEdition.objects.order_by("number").values_list("state", flat=True)) == ["superseded", "published"]


def test_each_act_done_twice_is_done_once(author, colleague):
    edition = proposed(author)
    services.ask_endorsement(member=author, note_uuid=edition.note.uuid, seen=(1, 1))
    for _click in range(2):
        services.endorse(member=colleague, note_uuid=edition.note.uuid, seen=(1, 1))
    assert Endorsement.objects.count() == 1


def test_a_stale_tab_saves_nothing(author):
    note = draft(author)
    services.save_draft(member=author, note_uuid=note.uuid, content=content(title="First tab"), seen=(1, 1))
    with pytest.raises(StaleText):
        services.save_draft(member=author, note_uuid=note.uuid, content=content(title="Second tab"), seen=(1, 1))
    assert NoteEdition.objects.get().title == "First tab"


@pytest.mark.parametrize("part", ["title", "situation", "what_we_did", "law", "result", "caution", "sources"])
def test_no_part_of_a_note_can_hold_a_personal_number(author, part):
    with pytest.raises(Refused) as refused:
        draft(author, **{part: f"JMBG {NUMBER}"})
    assert refused.value.verdicts[part].kinds == ("jmbg",)
    assert NUMBER not in str(refused.value)


def test_an_endorsement_says_nothing_personal_either(author, colleague):
    edition = proposed(author)
    with pytest.raises(Refused):
        services.endorse(member=colleague, note_uuid=edition.note.uuid, seen=(1, 1), comment=f"As with {NUMBER}")
    assert Endorsement.objects.count() == 0


def test_a_refused_note_leaves_no_row(author):
    with pytest.raises(Refused):
        draft(author, law=f"JMBG {NUMBER}")
    assert (Note.objects.count(), NoteEdition.objects.count()) == (0, 0)


def test_a_text_changed_behind_the_guard_cannot_be_saved(author):
    edition = draft(author).editions.get()
    edition.law = "Something else"
    with pytest.raises(NotGuarded):
        edition.save()
    with pytest.raises(NotGuarded):
        edition.save(update_fields=["law"])
    with pytest.raises(NotGuarded):
        NoteEdition.objects.filter(pk=edition.pk).update(law="Something else")
    with pytest.raises(NotGuarded):
        NoteEdition.objects.bulk_create([edition])
    with pytest.raises(NotGuarded):
        NoteEdition.objects.bulk_update([edition], ["law"])
    assert NoteEdition.objects.get().law == ""


def test_publication_is_noted_at_the_provisions_it_cites(author, colleague):
    edition = published(author, colleague, cites=("eu-serbia.art-10-2", "no.such.provision"))
    assert places_citing("eu-serbia.art-10-2") == (f"note:{edition.note.uuid}",)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [((2026, 8, 31), 6, (2027, 2, 28)), ((2026, 12, 15), 12, (2027, 12, 15)), ((2027, 8, 31), 6, (2028, 2, 29))],
)
def test_months_end_on_the_same_day_or_on_the_last(day, months, later):
    assert months_later(datetime.date(*day), months) == datetime.date(*later)


def test_the_number_of_a_form_is_the_persons_own(author, colleague):
    once = uuid.uuid4()
    first, again = (services.start_note(member=author, content=content(), once=once) for _click in range(2))
    other = services.start_note(member=colleague, content=content(), once=once)
    assert (first, other.author) == (again, colleague.user)


def test_two_clicks_at_the_same_moment_make_one_note(author, monkeypatch):
    once = uuid.uuid4()
    first = services.start_note(member=author, content=content(), once=once)
    known = type("Late", (), {"answers": [None, first], "first": lambda self: self.answers.pop(0)})()
    monkeypatch.setattr(services.Note.objects, "filter", lambda **wanted: known)
    assert services.start_note(member=author, content=content(), once=once) == first
    monkeypatch.undo()
    assert Note.objects.count() == 1
