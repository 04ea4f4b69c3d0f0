"""Few queries, and as many for three runs as for one."""

import pytest
from django.urls import reverse

from tests.factories.simulations import SMALL_CASE, Player, publish

pytestmark = pytest.mark.django_db


def warm(client, url: str) -> None:
    """The first visit of a process reads the frozen document."""
    client.get(url)


@pytest.mark.parametrize("number", [1, 3])
def test_the_catalogue(client, small_case, owner, number, django_assert_num_queries):
    for n in range(number):
        publish(key=f"case-{n}", raw=SMALL_CASE.replace("Small case", f"Case {n}"))
        Player(owner, key=f"case-{n}")
    client.force_login(owner)
    warm(client, reverse("runs:index"))
    with django_assert_num_queries(5):
        client.get(reverse("runs:index"))


@pytest.mark.parametrize("number", [1, 3])
def test_the_briefing(client, owner, small_case, number, django_assert_num_queries):
    for _ in range(number):
        Player(owner).act("agree")
    client.force_login(owner)
    url = reverse("runs:briefing", kwargs={"key": "small-case"})
    warm(client, url)
    with django_assert_num_queries(5):
        client.get(url)


@pytest.mark.parametrize("moves", [1, 3])
def test_the_workspace(client, play, owner, moves, django_assert_num_queries):
    for _ in range(moves):
        play.end_day()
    client.force_login(owner)
    url = reverse("runs:workspace", kwargs={"run_uuid": play.run.uuid})
    warm(client, url)
    with django_assert_num_queries(5):
        client.get(url)


def test_an_act_and_the_days_of_a_clock(client, play, owner, django_assert_num_queries):
    play.act("compute", last_day="2026-04-14")
    client.force_login(owner)
    run = {"run_uuid": play.run.uuid}
    for url, queries in (
        (reverse("runs:act", kwargs=run | {"key": "refuse"}), 4),
        (reverse("runs:clock", kwargs=run | {"key": "reply"}), 4),
    ):
        warm(client, url)
        with django_assert_num_queries(queries):
            client.get(url)


def test_the_debrief(client, finished, owner, django_assert_num_queries):
    client.force_login(owner)
    url = reverse("runs:debrief", kwargs={"run_uuid": finished.run.uuid})
    warm(client, url)
    with django_assert_num_queries(12):
        client.get(url)
