"""A paper alone and large: only what the person has, with its text, and a way back to where it was opened."""

import pytest

from simulations.runs import queries
from tests.factories import task_case
from tests.factories.simulations import Player
from tests.simulations.runs.browsing import Tab, address

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(db, owner, client) -> Player:
    task_case.publish_tasks()
    client.force_login(owner)
    return Player(owner, key=task_case.KEY)


def main(client, url: str) -> str:
    return " ".join(client.get(url).text.split("<main")[1].split("</main")[0].split())


def test_the_drawing_stands_alone_with_its_text_and_leads_back_to_the_paper(client, play):
    large = address(play, "large", key="form")
    paper = main(client, address(play, "document", key="form"))
    assert f'<a href="{large}">Open large</a>' in paper
    page = main(client, large)
    assert f'<a href="{address(play, "document", key="form")}#doc-form">Back to the paper</a>' in page
    assert (page.count("<svg class="), "The page as text" in page, "Open large" in page) == (1, True, False)
    assert 'id="doc-form"' in paper


def test_from_a_task_it_shows_the_marks_so_far_and_leads_back_to_the_task(client, play):
    study = Tab(client, play, "study")
    study.press("add", place="born", kind="altered")
    large = f"{address(play, 'large', key='form')}?act=study"
    assert f'<a href="{large}">Open large</a>' in study.open()
    page = main(client, large)
    assert f'<a href="{study.url}#doc-form">Back to: Study the form</a>' in page
    assert page.count('class="sp-mark"') == 1
    study.press("finish", marks=["name:spelling", "born:swapped"])
    page = main(client, large)
    assert ("Back to the paper" in page, page.count('class="sp-mark"')) == (True, 2)


def test_from_a_form_it_leads_back_to_the_file_beside_the_form(client, play):
    client.get(address(play, "document", key="form"))
    fill = Tab(client, play, "fill")
    large = f"{address(play, 'large', key='form')}?act=fill"
    assert f'href="{large}"' in fill.open()
    assert f'<a href="{fill.url}#source">Back to: Fill the application</a>' in main(client, large)


def test_to_look_at_it_large_is_to_read_it(client, play):
    client.get(address(play, "large", key="form"))
    assert queries.state_of(play.fresh).documents["form"] == "read"


@pytest.mark.parametrize("key", ["passport", "nothing"])
def test_a_paper_that_has_not_come_cannot_be_looked_at(client, play, key):
    assert client.get(address(play, "large", key=key)).status_code == 404


@pytest.mark.parametrize("act", ["nothing", "agree", "look", "%00", "a" * 5000])
def test_another_act_in_the_address_changes_nothing_but_the_way_back(client, play, act):
    assert client.get(address(play, "large", key="form"), {"act": act}).status_code == 200
