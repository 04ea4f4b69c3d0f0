import json
import stat

import pytest
from django.core.management import CommandError, call_command

from portal.accounts import demo
from portal.accounts.api import roles_of
from portal.accounts.models import Invitation, User
from portal.demo import rooms
from portal.notify.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    demo.build()
    return tmp_path / "demo-accounts.json"


def test_five_accounts_share_one_password_in_a_file_nobody_else_reads(built):
    accounts = json.loads(built.read_text())
    assert {role: account["email"] for role, account in accounts.items()} == {
        role: f"{role}@example.org" for role in ("learner", "trainer", "specialist", "coordinator", "admin")
    }
    (password,) = {account["password"] for account in accounts.values()}
    assert all(User.objects.get(email=account["email"]).check_password(password) for account in accounts.values())
    assert stat.S_IMODE(built.stat().st_mode) == 0o600


def test_roles_are_those_of_the_script(built):
    people = demo.cast()
    assert {key: sorted(roles_of(people[key])) for key in ("learner", "trainer", "coordinator", "admin")} == {
        "learner": ["learner"],
        "trainer": ["learner", "trainer"],
        "coordinator": ["coordinator", "learner"],
        "admin": ["administrator"],
    }


def test_everybody_came_in_by_an_invitation_and_one_has_not_followed_it_yet(built):
    waiting = Invitation.objects.get(accepted_at=None)
    assert waiting.email == "luka.vrbican@example.org"
    assert Mail.objects.filter(to=waiting.email, locale="cnr").count() == 1
    assert User.objects.count() == Invitation.objects.count()  # all but the first administrator, and Luka


def test_building_twice_changes_nothing(built):
    def state():
        return (User.objects.count(), Invitation.objects.count(), Mail.objects.count(), built.read_text())

    before = state()
    demo.build()
    assert state() == before


def test_rooms_are_built_low_floors_first_and_only_where_there_is_something_to_build():
    names = [name for name, _ in rooms.builders()]
    assert names[0] == "portal.accounts"
    assert names == [name for name in rooms.ROOMS if name in names]


def test_a_site_that_is_no_demo_is_not_filled(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="not a demo site"):
        call_command("demo", "build")
