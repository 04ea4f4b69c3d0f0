"""What the watching machines are told when a part is down."""

import pytest
from celery import Celery
from django.db import connection

from portal.core import health


def test_the_process_answers_without_any_part(client, monkeypatch):
    monkeypatch.setattr(health, "CHECKS", {"database": _broken})
    assert client.get("/healthz").status_code == 200


def test_a_broker_that_is_down_is_named_and_its_reason_is_not(client, monkeypatch):
    monkeypatch.setattr(health, "CHECKS", {"database": lambda: None, "broker": _broken})
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "broker": "down"})


def test_a_broker_of_folders_is_down_where_its_folder_is_gone(tmp_path):
    with Celery("folders", broker="filesystem://", set_as_current=False) as app:
        app.conf.broker_transport_options = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path / "gone")}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(health, "current_app", app)
            with pytest.raises(RuntimeError, match="takes no message"):
                health._broker()
            (tmp_path / "gone").mkdir()
            health._broker()


@pytest.mark.django_db
def test_a_missing_migration_is_not_ready():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'accounts'")
    with pytest.raises(RuntimeError, match="migrations are missing"):
        health._migrations()


def _broken() -> None:
    raise OSError("connection refused by 10.0.0.7")
