from datetime import timedelta
from unittest import mock

import pytest
from django.core import mail as django_mail
from kombu.exceptions import OperationalError

from portal.core.clock import now
from portal.notify import services, tasks
from portal.notify.models import Mail

pytestmark = pytest.mark.django_db
WORDS = {"to": "vera@example.org", "subject": "A subject", "body": "A text\n", "locale": "en"}


def test_a_mail_leaves_after_the_commit_and_not_before(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        services.queue(**WORDS)
        assert django_mail.outbox == []
    assert [(mail.to, mail.subject, mail.body) for mail in django_mail.outbox] == [
        (["vera@example.org"], "A subject", "A text\n")
    ]
    assert Mail.objects.get().sent_at is not None


def test_a_mail_sent_twice_leaves_once():
    mail = services.queue(**WORDS)
    assert [services.send_mail(mail_id=mail.pk), services.send_mail(mail_id=mail.pk)] == [True, False]
    assert len(django_mail.outbox) == 1


def test_a_mail_in_the_hands_of_a_dead_worker_is_free_again_after_ten_minutes():
    mail = services.queue(**WORDS)
    Mail.objects.update(claimed_at=now() - timedelta(minutes=9))
    assert services.send_mail(mail_id=mail.pk) is False
    Mail.objects.update(claimed_at=now() - timedelta(minutes=11))
    assert services.send_mail(mail_id=mail.pk) is True


def test_a_broker_that_is_down_keeps_the_mail_for_later(django_capture_on_commit_callbacks):
    with (
        mock.patch.object(tasks.send_mail, "delay", side_effect=OperationalError("down")),
        django_capture_on_commit_callbacks(execute=True),
    ):
        services.queue(**WORDS)
    assert django_mail.outbox == []
    assert services.send_pending() == 1
    assert services.send_pending() == 0
    assert len(django_mail.outbox) == 1


def test_a_mail_server_that_refuses_is_asked_again_ten_times_at_most():
    mail = services.queue(**WORDS)
    with mock.patch("django.core.mail.EmailMessage.send", side_effect=ConnectionRefusedError):
        assert [services.send_pending() for _ in range(12)] == [0] * 12
    mail.refresh_from_db()
    assert (mail.attempts, mail.last_error, mail.sent_at) == (10, "ConnectionRefusedError", None)


@pytest.mark.parametrize(("demo", "kept"), [(True, "A text\n"), (False, "")])
def test_once_sent_the_text_is_emptied_unless_this_is_a_demo(settings, demo, kept):
    settings.DEMO = demo
    mail = services.queue(**WORDS)
    services.send_mail(mail_id=mail.pk)
    mail.refresh_from_db()
    assert mail.body == kept


def test_a_subject_cannot_carry_a_second_header():
    mail = services.queue(**WORDS | {"subject": "Hello\r\nBcc: everybody@example.org"})
    assert mail.subject == "Hello Bcc: everybody@example.org"
