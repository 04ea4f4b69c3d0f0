"""A trainer reads a text without a name, says which criteria it meets, and the person finds it."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.models import Role
from portal.accounts.services.privacy import erase
from portal.competencies.models import Evidence
from simulations.runs import registry, services
from simulations.runs.models import WrittenWork
from simulations.runs.privacy import seats_as_documents
from tests.factories import task_case
from tests.factories.accounts import person
from tests.factories.simulations import Player
from tests.simulations.runs.browsing import address

pytestmark = pytest.mark.django_db
LETTER = "We write to tell you that your brother comes home."
TEXTS = "/en/cases/texts/"


@pytest.fixture
def trainer(db, owner, monkeypatch):
    trainer = person(Role.TRAINER)
    monkeypatch.setattr(registry, "_circles", [lambda user: [owner.pk] if user.pk == trainer.pk else []])
    return trainer


@pytest.fixture
def play(db, owner) -> Player:
    task_case.publish_tasks()
    return Player(owner, key=task_case.KEY).act("letter", words=LETTER)


@pytest.fixture
def work(play) -> WrittenWork:
    return WrittenWork.objects.get()


def page_of(work: WrittenWork) -> str:
    return reverse("runs:text", kwargs={"work_id": work.pk})


@pytest.fixture
def browser(client, trainer):
    client.force_login(trainer)
    return client


def test_the_text_stands_beside_the_criteria_and_nobody_s_name(browser, work, owner):
    assert "Write to the family" in browser.get(TEXTS).text
    page = browser.get(page_of(work)).text
    for said in (LETTER, "MODEL-ANSWER-TEXT", "Says who writes", "Says what happens next", "10 words"):
        assert said in page
    assert owner.name not in browser.get(TEXTS).text + page


def test_what_was_judged_is_told_to_the_person_and_counts_for_the_competency(browser, work, play, owner, client):
    sent = browser.post(page_of(work), {"met": ["1"], "comment": "Clear and kind. Say who you are first."})
    assert (sent.status_code, sent.url) == (302, TEXTS)
    client.force_login(owner)
    page = " ".join(client.get(address(play, "sent", key="letter")).text.split())
    assert "Clear and kind." in page
    assert (page.count("<strong>Met:</strong>"), page.count("<strong>Not yet:</strong>")) == (1, 1)
    evidence = Evidence.objects.get(user=owner, source=f"text:{play.run.uuid}:letter")
    assert (evidence.competency, evidence.score) == ("cooperation", 0.5)


def test_the_debrief_says_that_a_text_waits_and_then_what_a_trainer_said(trainer, work, play, owner):
    play.act("ask_page").wait().act("look", marks=["birth"]).act("agree")
    debrief = reverse("runs:debrief", kwargs={"run_uuid": play.run.uuid})
    writer, reader = Client(), Client()
    writer.force_login(owner)
    reader.force_login(trainer)
    assert "Not yet read. You will find it here." in writer.get(debrief).text
    reader.post(page_of(work), {"met": ["1"], "comment": "Say who you are first."})
    page = " ".join(writer.get(debrief).text.split())
    assert "Say who you are first." in page
    assert (page.count("<strong>Met:</strong>"), page.count("<strong>Not yet:</strong>")) == (1, 1)
    paper = writer.get(reverse("runs:debrief_paper", kwargs={"run_uuid": play.run.uuid}))
    assert paper.content.startswith(b"%PDF-")


def test_a_judgement_is_made_once(browser, work, trainer):
    browser.post(page_of(work), {"met": ["0", "1"], "comment": "Good."})
    again = browser.post(page_of(work), {"met": [], "comment": "Bad."}, follow=True)
    assert "What was said of it" in again.text
    work.refresh_from_db()
    assert (work.met, work.comment) == ([0, 1], "Good.")
    with pytest.raises(services.AlreadyJudged):
        services.judge(by=trainer, work_id=work.pk, met=[], comment="Bad.")


def test_a_comment_with_a_personal_number_is_held_and_kept_in_the_form(browser, work):
    page = browser.post(page_of(work), {"comment": "Like JMBG 0101006500006"})
    assert (page.status_code, "0101006500006" in page.text) == (422, True)
    assert WrittenWork.objects.get().judged_at is None


@pytest.mark.parametrize("roles", [(), (Role.TRAINER,), (Role.FOCAL_POINT,)])
def test_others_do_not_find_it(client, trainer, work, roles):
    client.force_login(person(*roles))
    assert client.get(page_of(work)).status_code == 404
    assert client.post(page_of(work), {"comment": "x"}).status_code == 404
    assert client.get(TEXTS).status_code == (200 if Role.TRAINER in roles else 404)


def test_a_coordinator_reads_the_texts_of_the_own_country_and_of_no_other(client, trainer, work):
    client.force_login(person(Role.COORDINATOR, scope="AL"))
    assert client.get(page_of(work)).status_code == 200
    client.force_login(person(Role.COORDINATOR, jurisdiction="RS", scope="RS"))
    assert client.get(page_of(work)).status_code == 404


def test_nobody_judges_the_own_text(client, db):
    task_case.publish_tasks()
    trainer = person(Role.TRAINER, Role.COORDINATOR)
    Player(trainer, key=task_case.KEY).act("letter", words=LETTER)
    client.force_login(trainer)
    assert client.get(page_of(WrittenWork.objects.get())).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_for_three_texts_as_for_one(
    browser, owner, play, number, django_assert_num_queries
):
    for _ in range(number - 1):
        Player(owner, key=task_case.KEY).act("letter", words=LETTER)
    browser.get(TEXTS)
    with django_assert_num_queries(5):
        assert browser.get(TEXTS).text.count("Write to the family") == number


def test_text_and_judgement_are_exported_and_go_with_the_person(browser, work, owner):
    browser.post(page_of(work), {"met": ["0"], "comment": "Clear."})
    (run,) = seats_as_documents(owner)
    assert (run["words"][0]["comment"], run["words"][0]["met"]) == ("Clear.", [0])
    erase(user=owner)
    assert WrittenWork.objects.count() == 0


def test_a_trainer_who_leaves_takes_the_name_and_not_the_judgement(browser, work, trainer):
    browser.post(page_of(work), {"met": ["0"], "comment": "Clear."})
    erase(user=trainer)
    work.refresh_from_db()
    assert (work.judge, work.comment) == (None, "Clear.")


def test_a_branch_takes_the_text_along_and_hands_it_in_no_second_time(play, owner):
    play.act("study")
    seq = play.run.events.filter(kind="act_taken", data__act="study").get().seq
    branch = services.fork(user=owner, run_uuid=play.run.uuid, seq=seq)
    assert (branch.seats.get().texts.count(), WrittenWork.objects.count()) == (1, 1)
