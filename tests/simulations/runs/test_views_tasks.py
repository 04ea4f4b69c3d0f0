"""Marks on a paper, an interview, an order, a text: each works by posts alone, and nothing is told too early."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string

from simulations.engine.run import replay
from simulations.runs import queries
from simulations.runs.models import SeatText, WrittenWork
from simulations.runs.screens.act import Table, TableRow
from tests.factories import task_case
from tests.factories.simulations import Player
from tests.simulations.runs.browsing import Tab, address

pytestmark = pytest.mark.django_db
LETTER = "We write to tell you that your brother comes home."


@pytest.fixture
def play(db, owner) -> Player:
    task_case.publish_tasks()
    return Player(owner, key=task_case.KEY)


@pytest.fixture
def tab(client, owner, play):
    client.force_login(owner)
    return lambda act: Tab(client, play, act)


def inputs_of(player: Player, act: str) -> list[dict]:
    return [event.data["inputs"] for event in queries.acts_taken(player.fresh, act)]


# Marks.


def test_a_mark_is_set_changed_and_taken_back_and_nothing_happens_in_the_case(tab, play, client):
    study = tab("study")
    sent = study.press("add", place="born", kind="altered")
    assert (sent.status_code, sent.url) == (302, f"{study.url}#marks")
    page = study.open()
    assert "2 Born" in page
    assert '<input type="hidden" name="marks" value="born:altered">' in page
    assert 'value="altered" checked' in client.get(f"{study.url}?change=born:altered").text
    study.press("add", marks="born:altered", instead="born:altered", place="born", kind="swapped")
    assert 'value="born:swapped"' in study.open()
    study.press("remove:born:swapped", marks="born:swapped")
    assert "No mark yet" in study.open()
    assert play.fresh.seq == 1


def test_marks_are_there_again_on_another_device_until_they_are_sent(tab, play):
    tab("study").press("add", place="name", kind="spelling")
    assert 'value="name:spelling"' in tab("study").open()
    sent = tab("study").press("finish", marks=["name:spelling", "born:swapped"])
    assert (sent.status_code, sent.url) == (302, address(play, "document", key="form"))
    assert inputs_of(play, "study") == [
        {
            "marks": {
                "marks": ["name:spelling", "born:swapped"],
                "found": ["born"],
                "missed": [],
                "wrong": ["name:spelling"],
            }
        }
    ]
    assert SeatText.objects.count() == 0


def test_before_it_is_finished_nothing_says_whether_a_mark_fits_and_afterwards_the_page_does(tab, play, client):
    tab("study").press("add", place="name", kind="spelling")
    assert "This fits" not in tab("study").open()
    tab("study").press("finish", marks=["name:spelling"])
    page = " ".join(client.get(address(play, "document", key="form")).text.split())
    assert "Nothing is wrong here" in page
    assert "1 place on this page does not fit, and you did not mark it" in page


def test_a_place_that_is_not_on_the_page_is_no_mark(tab):
    page = tab("study").press("add", place="moustache", kind="altered")
    assert page.status_code == 422
    page = tab("study").press("add", place="name")
    assert (page.status_code, "Choose: What is wrong with it" in page.text) == (422, True)


def test_everything_in_order_is_a_finding_too(tab, play):
    tab("study").press("finish")
    assert inputs_of(play, "study")[0]["marks"]["missed"] == ["born"]


def test_a_place_of_the_drawing_is_a_link_that_chooses_it_without_script(tab, play, client):
    study = tab("study")
    assert 'href="?at=born#marks"' in study.open()
    page = client.get(f"{study.url}?at=born").text
    assert '<option value="born" selected>' in page
    assert ("Add a mark" in page, "Change mark" in page) == (True, False)
    assert "selected>" not in client.get(f"{study.url}?at=moustache").text.split("<main")[1]


# Interview.


def test_one_question_is_one_post_and_the_answer_stands_in_the_transcript(tab, play):
    talk = tab("talk")
    assert "2 questions of 2 left" in talk.open()
    sent = talk.press(question="school")
    assert (sent.status_code, sent.url) == (302, talk.url)
    page = talk.open()
    assert "1 question of 2 left" in page
    assert page.index("Where did you go to school?") < page.index("In Novi Primer.")
    assert 'value="school"' not in page


def test_nothing_says_which_question_leads_before_the_debrief(tab, play, client):
    talk = tab("talk")
    page = talk.open() + str(talk.press(question="fear").content) + talk.open()
    page += client.get(address(play)).text
    assert ("LEADING-SECRET" in page, "leading" in page.lower()) == (False, False)


def test_after_the_last_question_the_talk_can_be_read_again(tab, play, client):
    for question in ("school", "fear"):
        tab("talk").press(question=question)
    page = client.get(tab("talk").url, follow=True)
    assert page.redirect_chain == [(address(play, "sent", key="talk"), 302)]
    assert page.text.index("In Novi Primer.") < page.text.index("He looks down.")
    assert "Who is at home?" not in page.text


def test_the_same_question_twice_is_asked_once(tab, play):
    talk = tab("talk")
    talk.open()
    for _ in range(2):
        talk.press(question="school")
    assert inputs_of(play, "talk") == [{"question": "school"}]
    late = tab("talk")
    late.open()
    assert late.press(question="school").status_code == 422


# Order.


def lines(page: str) -> list[str]:
    return re.findall(r'<p class="ord-t">([^<]+)</p>', page)


def numbers(page: str) -> dict[str, str]:
    return dict(re.findall(r'name="(files__\w+)" value="(\d*)"', page))


def test_the_lines_stand_as_drawn_for_the_run_and_not_as_the_author_wrote_them(tab, owner):
    found = set()
    for _ in range(8):
        player = Player(owner, key=task_case.KEY)
        found.add(tuple(lines(Tab(tab("sort").client, player, "sort").open())))
    assert len(found) > 1


def test_a_button_moves_a_line_and_nothing_happens_in_the_case(tab, play):
    sort = tab("sort")
    page = sort.open()
    before = lines(page)
    key = next(name for name, number in numbers(page).items() if number == "3").removeprefix("files__")
    moved = sort.press(f"up:files:{key}", **numbers(page))
    assert moved.status_code == 200
    assert lines(moved.text) == [before[0], before[2], before[1]]
    assert play.fresh.seq == 1
    sort.press(**numbers(moved.text))
    assert len(inputs_of(play, "sort")[0]["files"]) == 3


def test_numbers_can_be_typed(tab, play):
    tab("sort").press(files__quiet="1", files__loud="3", files__old="2")
    assert inputs_of(play, "sort") == [{"files": ["quiet", "old", "loud"]}]


@pytest.mark.parametrize("typed", [("1", "1", "2"), ("1", "", "2"), ("1", "9", "2"), ("1", "first", "2")])
def test_numbers_that_are_no_order_are_kept_and_explained(tab, play, typed):
    page = tab("sort").press(**dict(zip(("files__quiet", "files__loud", "files__old"), typed, strict=True)))
    assert (page.status_code, "Give each line a number of its own" in page.text) == (422, True)
    assert inputs_of(play, "sort") == []


# Writing.


def test_the_model_answer_is_shown_after_sending_only(tab, play):
    letter = tab("letter")
    assert "MODEL-ANSWER-TEXT" not in letter.open()
    assert "MODEL-ANSWER-TEXT" not in letter.press(words="Too short.").text
    sent = letter.press(words=LETTER)
    assert sent.url == address(play, "sent", key="letter")
    page = letter.client.get(sent.url).text
    assert (LETTER in page, "MODEL-ANSWER-TEXT" in page, "A trainer will read this" in page) == (True, True, True)


def test_too_few_words_are_counted_and_kept(tab, play):
    page = tab("letter").press(words="We write to")
    assert "Write at least 5 words; this has 3 words" in page.text
    assert ("We write to" in page.text, inputs_of(play, "letter")) == (True, [])


def test_an_unfinished_text_is_kept_without_being_sent(tab, play):
    assert tab("letter").press("save", words="We write").status_code == 302
    assert "We write" in tab("letter").open()
    assert WrittenWork.objects.count() == 0


def test_a_text_that_was_sent_waits_for_a_trainer_and_the_log_knows_its_length_only(tab, play):
    tab("letter").press(words=LETTER)
    work = WrittenWork.objects.get()
    assert (work.text.text, work.act, work.judged_at) == (LETTER, "letter", None)
    assert inputs_of(play, "letter")[0]["words"]["words"] == 10
    assert "brother" not in str(replay(queries.events_of(play.run)))


# A table.


@pytest.mark.parametrize(
    ("columns", "heads", "asked"),
    [
        ((), ["Your answer"], "What does each of them hear?"),
        (("The form",), ["Particulars", "The form", "Your finding"], "Compare the sources"),
    ],
)
def test_only_a_comparison_speaks_of_particulars_and_findings(columns, heads, asked):
    class Told(forms.Form):
        carrier = forms.ChoiceField(label="The airline", choices=[("nothing", "Nothing")])

    row = TableRow(Told()["carrier"], ("Primer",) * len(columns))
    table = Table("What does each of them hear?", "", columns, (row,))
    page = render_to_string("simulations/runs/_table.html", {"table": table})
    assert re.findall(r'<th scope="col">(.*?)</th>', page) == heads
    assert re.findall(r"<h2.*?>(.*?)</h2>", page) == [asked]
    assert 'for="id_carrier">What does each of them hear?: The airline</label>' in page


def test_the_button_that_moved_a_line_waits_on_that_line_without_script(tab):
    sort = tab("sort")
    first, second, third = lines(sort.open())
    keys = dict(
        re.findall(r'value="down:files:(\w+)"[^>]*>Down<span class="govuk-visually-hidden">: ([^<]+)<', sort.open())
    )
    names = {name: key for key, name in keys.items()}
    numbers = {f"files__{names[line]}": str(n) for n, line in enumerate((first, second, third), start=1)}
    page = sort.press(f"down:files:{names[first]}", **numbers).text
    assert re.findall(r'value="([^"]+)" autofocus', page) == [f"down:files:{names[first]}"]
    page = sort.press(f"up:files:{names[second]}", **numbers).text
    assert re.findall(r'value="([^"]+)" autofocus', page) == [f"down:files:{names[second]}"]
