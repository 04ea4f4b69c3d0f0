from datetime import date, timedelta
from uuid import uuid4

import pytest

from courses.cohorts import queries, services
from courses.cohorts.engine.attention import Need
from courses.cohorts.models import Cohort, CohortRole, Participant
from courses.learning.models import Enrolment
from courses.learning.services import enrol
from portal.accounts.models import Invitation, Jurisdiction
from portal.accounts.services.invitations import accept_invitation
from portal.audit.models import Entry
from portal.core import clock
from portal.notify.models import Mail
from tests.factories.accounts import person
from tests.factories.courses import CODE, completed_by

pytestmark = pytest.mark.django_db
NEW = "nora@example.org, Nora New, Border police"
TODAY = date(2026, 11, 22)


def needs(cohort, *, at=None):
    return {member.name: member.need for member in queries.board_of(cohort, at=at or clock.now()).members}


def test_a_cohort_has_its_trainer_and_is_made_once(cohort, trainer):
    again = services.create_cohort(
        name=cohort.name,
        course=cohort.course,
        starts=cohort.starts,
        ends=cohort.ends,
        due=cohort.due,
        owner=trainer,
    )
    assert (again, Cohort.objects.count()) == (cohort, 1)
    assert CohortRole.objects.get().user == trainer
    assert Entry.objects.filter(verb="cohort.created").count() == 1


def test_who_has_an_account_is_enrolled_with_the_due_date(cohort, add):
    vera = person(name="Vera")
    assert add(vera) == services.Added(enrolled=1, invited=0)
    enrolment = Enrolment.objects.get(user=vera)
    assert (enrolment.cohort_key, enrolment.due) == (cohort.uuid, cohort.due)
    assert needs(cohort) == {"Vera": Need.NOT_STARTED}


def test_who_has_none_is_invited_in_the_chosen_language(cohort, add):
    assert add(text=NEW) == services.Added(enrolled=0, invited=1)
    invitation = Invitation.objects.get(email="nora@example.org")
    assert (invitation.locale, invitation.role, invitation.jurisdiction_id) == ("sq", "learner", "AL")
    assert needs(cohort) == {"Nora New": Need.NOT_JOINED}


def test_who_has_a_language_in_the_list_is_invited_in_it(cohort, trainer):
    checked = queries.check_pasted(f"{NEW}, Bosanski", cohort=cohort)
    place = Jurisdiction.objects.get(code="BA")
    services.add_people(cohort_id=cohort.pk, lines=checked, jurisdiction=place, locale="sq", actor=trainer)
    assert (Invitation.objects.get().locale, checked[0].line.institution) == ("bs", "Border police")


def test_the_same_list_again_adds_and_writes_nothing(add):
    vera = person()
    add(vera, text=NEW)
    before = (Participant.objects.count(), Mail.objects.count(), Entry.objects.count())
    assert add(vera, text=NEW) == services.Added(enrolled=0, invited=0)
    assert (Participant.objects.count(), Mail.objects.count(), Entry.objects.count()) == before


def test_an_invited_person_finds_the_place_on_arrival(cohort, add):
    add(text=NEW)
    invitation = Invitation.objects.get()
    nora = person(email="nora@example.org", name="Nora New")
    assert services.join_cohorts(invitation_uuid=invitation.uuid, email="Nora@example.org") == 1
    assert Enrolment.objects.get(user=nora).cohort_key == cohort.uuid
    assert services.join_cohorts(invitation_uuid=invitation.uuid, email=nora.email) == 0


def test_accepting_the_invitation_is_enough_to_be_enrolled(cohort, add, django_capture_on_commit_callbacks):
    add(text=NEW)
    with django_capture_on_commit_callbacks(execute=True):
        nora = accept_invitation(invitation_id=Invitation.objects.get().pk, password="a long enough sentence")
    assert Enrolment.objects.get().user == nora
    assert needs(cohort) == {"Nora New": Need.NOT_STARTED}


def test_another_invitation_to_the_same_address_leads_to_the_same_place(cohort, add):
    add(text=NEW)
    nora = person(email="nora@example.org", name="Nora New")
    assert services.join_cohorts(invitation_uuid=uuid4(), email=nora.email) == 1
    assert Participant.objects.get().user == nora


def test_who_began_alone_keeps_the_progress(cohort, add):
    vera = person(name="Vera")
    completed_by(vera)
    add(vera)
    assert Enrolment.objects.count() == 1
    assert needs(cohort) == {"Vera": Need.FINISHED}


def test_a_mail_a_day_to_those_who_have_not_started(cohort, add, trainer):
    started, waiting = person(name="Vera"), person(name="Goran", locale="sq")
    add(started, waiting)
    Enrolment.objects.filter(user=started).update(last_activity_at=clock.now())
    sent = [
        services.remind(cohort_id=cohort.pk, need=Need.NOT_STARTED, actor=trainer, today=day)
        for day in (TODAY, TODAY, TODAY + timedelta(days=1))
    ]
    assert sent == [1, 0, 1]
    mail = Mail.objects.filter(template="reminder").first()
    assert (mail.to, mail.locale) == (waiting.email, "sq")
    assert f"/sq/learn/{CODE}/continue/" in mail.body


def test_the_order_is_by_need(cohort, add):
    for name in ("Done", "Idle", "New"):
        add(person(name=name))
    Enrolment.objects.filter(user__name="Idle").update(last_activity_at=clock.now() - timedelta(days=8))
    Enrolment.objects.filter(user__name="Done").update(state="completed", completed_at=clock.now())
    assert list(needs(cohort)) == ["New", "Idle", "Done"]


def test_someone_enrolled_elsewhere_is_the_same_enrolment(cohort, add):
    vera = person(name="Vera")
    other = enrol(user=vera, course_code=CODE, cohort_key=vera.uuid)
    add(vera)
    assert Participant.objects.get(user=vera).enrolment_uuid == other.uuid
