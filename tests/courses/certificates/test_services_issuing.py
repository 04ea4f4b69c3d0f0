import pytest

from courses.certificates import queries, services
from courses.certificates.models import Certificate
from courses.learning.services import enrol
from portal.audit.models import Entry
from portal.notify.models import Mail
from tests.factories.accounts import person
from tests.factories.courses import CODE, completed_by

pytestmark = pytest.mark.django_db


def test_a_completed_course_is_certified_once(enrolment, holder):
    first = services.issue(enrolment_uuid=enrolment.uuid)
    second = services.issue(enrolment_uuid=enrolment.uuid)
    assert (first, Certificate.objects.count()) == (second, 1)
    assert Mail.objects.filter(to=holder.email, template="certificate").count() == 1


def test_the_last_lesson_brings_the_certificate(small_course, holder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enrolment = completed_by(holder)
    assert Certificate.objects.get().enrolment_uuid == enrolment.uuid


def test_nothing_is_certified_before_the_course_is_completed(small_course, holder):
    begun = enrol(user=holder, course_code=CODE)
    with pytest.raises(services.RuleNotMet):
        services.issue(enrolment_uuid=begun.uuid)


def test_the_snapshot_says_what_was_certified(certificate):
    assert certificate.snapshot == {
        "holder": queries.holder_digest("Мирјана Ќосевик-Ђурић", certificate.holder_key),
        "course": CODE,
        "title": {"en": "Small course", "sq": "Kurs i vogël"},
        "hours": "3",
        "pass_mark": None,
        "syllabus": 1,
        "competencies": certificate.snapshot["competencies"],
        "issuer": "Readmission Academy",
        "issued": certificate.issued_at.isoformat(),
    }
    assert set(certificate.snapshot["competencies"]["safeguards"]) == {"en", "sq"}


def test_what_no_question_decided_on_is_not_certified(enrolment, monkeypatch):
    monkeypatch.setattr(services, "competencies_shown", lambda enrolment_uuid: frozenset({"identification"}))
    assert services.issue(enrolment_uuid=enrolment.uuid).snapshot["competencies"] == {}


def test_what_was_certified_once_stays_certified(certificate, enrolment, monkeypatch):
    monkeypatch.setattr(services, "competencies_shown", lambda enrolment_uuid: frozenset())
    again = services.issue(enrolment_uuid=enrolment.uuid)
    assert list(again.snapshot["competencies"]) == ["safeguards"]
    assert queries.is_sealed(again)


def test_a_signal_that_was_lost_is_made_up_for(enrolment):
    assert (services.reconcile(), services.reconcile()) == (1, 0)
    assert Certificate.objects.get().enrolment_uuid == enrolment.uuid


def test_a_record_that_was_touched_no_longer_fits_its_seal(certificate):
    assert queries.is_sealed(certificate)
    certificate.snapshot["hours"] = "300"
    assert not queries.is_sealed(certificate)


def test_another_name_no_longer_fits_the_seal(certificate):
    certificate.holder_name = "Somebody Else"
    assert not queries.is_sealed(certificate)


def test_a_seal_outlives_a_change_of_the_secret_key(certificate, settings, monkeypatch):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a-new-key-" + "y" * 50, [settings.SECRET_KEY]
    newer = type(queries.SEALER)(salt="courses.certificates")
    monkeypatch.setattr("courses.certificates.queries.certificates.SEALER", newer)
    assert queries.is_sealed(certificate)


def test_withdrawing_twice_withdraws_once_and_is_on_the_trail(certificate):
    administrator = person("administrator")
    first = services.revoke(certificate_id=certificate.pk, because="Issued by mistake.", actor=administrator)
    second = services.revoke(certificate_id=certificate.pk, because="Another reason.", actor=administrator)
    assert (second.revoked_at, second.revoked_because) == (first.revoked_at, "Issued by mistake.")
    assert Entry.objects.filter(verb="certificate.revoked").count() == 1


def test_it_survives_enrolment_and_account(certificate, enrolment, holder):
    enrolment.delete()
    holder.delete()
    certificate.refresh_from_db()
    assert (certificate.user, certificate.enrolment) == (None, None)
    assert queries.is_sealed(certificate)
    assert queries.statement_of(certificate).title == "Small course"


def test_erasing_the_person_takes_the_name_and_leaves_the_seal(certificate, holder):
    services.forget_holder(user=holder)
    certificate.refresh_from_db()
    assert (certificate.holder_name, certificate.holder_key, certificate.user) == ("", "", None)
    assert queries.is_sealed(certificate)
