"""The people of the demo site: invented, reachable nowhere, in all states of progress."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from courses import library

PEOPLE = yaml.safe_load((Path(__file__).parents[3] / "portal/demo/people.yaml").read_text(encoding="utf-8"))
INSTITUTIONS = {institution["key"]: institution["jurisdiction"] for institution in PEOPLE["institutions"]}
PARTICIPANTS = PEOPLE["cohort"]["participants"]
NAMED = [person for person in [*PEOPLE["accounts"], *PEOPLE["specialists"], *PARTICIPANTS] if "same_as" not in person]
BY_KEY = {person["key"]: person for person in NAMED if "key" in person}


@pytest.mark.parametrize("person", NAMED, ids=lambda person: person["email"])
def test_a_person_has_an_address_at_example_org_and_a_place_of_work(person):
    assert person["email"].endswith("@example.org")
    assert person["email"].isascii()
    assert person["institution"] in INSTITUTIONS
    assert person["locale"] in {"en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"}


def test_no_address_belongs_to_two_people():
    emails = Counter(person["email"] for person in NAMED)
    assert set(emails.values()) == {1}


def test_there_is_an_account_for_each_role():
    assert [account["key"] for account in PEOPLE["accounts"]] == [
        "learner", "trainer", "specialist", "coordinator", "admin",
    ]  # fmt: skip


def test_every_reference_to_a_person_leads_to_one():
    references = [person["same_as"] for person in [*PEOPLE["accounts"], *PARTICIPANTS] if "same_as" in person]
    assert references == ["specialist_ba", "learner"]
    assert PEOPLE["cohort"]["trainer"] in BY_KEY
    assert set(references) <= BY_KEY.keys()


def test_twelve_participants_come_two_from_each_of_the_six():
    people = [BY_KEY[row["same_as"]] if "same_as" in row else row for row in PARTICIPANTS]
    assert Counter(INSTITUTIONS[person["institution"]] for person in people) == dict.fromkeys(
        ("AL", "BA", "XK", "ME", "MK", "RS"), 2
    )


@pytest.mark.parametrize("row", PARTICIPANTS, ids=lambda row: row.get("email", "learner"))
def test_progress_is_possible(row):
    course = library.load(PEOPLE["cohort"]["course"])
    progress = row["progress"]
    assert 0 <= progress["lessons_done"] <= 9
    assert progress["enrolled"] or progress["lessons_done"] == 0
    assert not progress["test"] or progress["lessons_done"] == 9
    passed = any(share >= course["test"]["pass_mark"] for share in progress["test"])
    assert progress["certificate"] is (passed and progress["case"] == "passed")


def test_every_state_a_trainer_looks_for_occurs():
    rows = [row["progress"] for row in PARTICIPANTS]
    assert sum(not row["enrolled"] for row in rows) == 1
    assert sum(row["enrolled"] and row["lessons_done"] == 0 for row in rows) == 1
    assert sum(bool(row["test"]) and not row["certificate"] for row in rows) == 1
    assert sum(row["certificate"] for row in rows) == 3
    assert sum(0 < row["lessons_done"] < 9 and row["idle_days"] >= 14 for row in rows) == 2
