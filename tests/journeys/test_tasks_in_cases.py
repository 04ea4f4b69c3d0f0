"""The screens of a case beyond choosing: a form, marks on a paper, an interview, an order, a text and its judge."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, overflows, violations
from tests.journeys.site import Site

SMALL = {"width": 320, "height": 640}
# Each kind of task in a case that ships, as far as the way its author knows leads before it.
PLACES = {
    "fill": ("fit_to_fly", "brief_reception"),
    "marks": ("one_letter", "inspect_laissez_passer"),
    "interview": ("one_letter", "hold_interview"),
    "order": ("fit_to_fly", "plan_steps"),
    "write": ("fit_to_fly", "write_letter"),
}
PREPARE = """
import json
from portal.accounts.demo import cast
from tests.factories.ways import walk
learner = cast()["learner"]
found = {kind: str(walk(learner, key, until=act).uuid) for kind, (key, act) in json.loads('PLACES').items()}
print(json.dumps(found))
"""


@pytest.fixture(scope="session")
def runs(site: Site) -> dict[str, str]:
    """The demo's learner stands before each of these tasks."""
    said = site.manage("shell", "-v0", "-c", PREPARE.replace("PLACES", json.dumps(PLACES)))
    return json.loads(said.strip().splitlines()[-1])


def task(runs: dict[str, str], kind: str) -> str:
    return f"/en/cases/runs/{runs[kind]}/acts/{PLACES[kind][1]}/"


def test_each_screen_is_sound_for_machines_and_no_wider_than_the_smallest_phone(visit, runs):
    page = visit("learner", viewport=SMALL)
    found = {}
    for kind in PLACES:
        page.goto(task(runs, kind))
        found[kind] = (violations(page), overflows(page))
    assert found == {kind: ([], False) for kind in PLACES}


def test_a_form_is_checked_once_left_and_sent_from_a_phone(visit, runs):
    page = visit("learner")
    page.goto(task(runs, "fill"))
    page.get_by_label("Surname").fill("Nobody")
    page.get_by_label("Illness").fill("Asthma")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing was sent.")).to_be_visible()
    page.get_by_role("button", name="Check the form once").click()
    expect(page.get_by_role("heading", name="Checked:")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Surname: look again").click()
    expect(page.get_by_label("Surname")).to_be_focused()
    expect(page.get_by_role("button", name="Check the form once")).to_have_count(0)
    page.get_by_role("button", name="Save and leave").click()
    phone = visit("learner", viewport=PHONE)
    phone.goto(task(runs, "fill"))
    expect(phone.get_by_label("Surname")).to_have_value("Nobody")
    phone.get_by_role("navigation", name="Form and file").get_by_role("link", name="File").click()
    expect(phone.locator("#source")).to_be_visible()
    expect(phone.get_by_label("Surname")).to_be_hidden()
    phone.get_by_role("navigation", name="Form and file").get_by_role("link", name="Form").click()
    phone.get_by_label("Illness").fill("")
    phone.get_by_role("button", name="Send the form").click()
    expect(phone.get_by_text("It cannot be changed any more")).to_be_visible()
    assert (violations(phone), overflows(phone)) == ([], False)


def test_a_paper_is_opened_large_by_keyboard_and_without_script_and_the_place_is_kept(visit, runs):
    page = visit("learner", viewport=PHONE, java_script_enabled=False)
    page.goto(task(runs, "marks"))
    page.get_by_role("link", name="Open large").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The page as text")).to_be_visible()
    drawing = page.locator("main svg.spec").bounding_box()
    assert drawing is not None
    assert (drawing["width"] >= 600, page.locator("main form").count()) == (True, 0)
    page.get_by_role("link", name="Back to:").focus()
    page.keyboard.press("Enter")
    expect(page.locator("figure:target")).to_be_in_viewport()
    expect(page.get_by_label("Where on the page")).to_be_attached()


def test_the_large_view_is_sound_for_machines_and_no_wider_than_the_smallest_phone(visit, runs):
    page = visit("learner", viewport=SMALL)
    page.goto(task(runs, "marks"))
    page.get_by_role("link", name="Open large").click()
    assert (violations(page), overflows(page)) == ([], False)


def test_a_place_of_the_drawing_is_chosen_by_a_click_and_the_select_stays(visit, runs):
    page = visit("learner")
    page.goto(task(runs, "marks"))
    select = page.get_by_label("Where on the page")
    place = page.locator("svg [data-field]").nth(2)
    place.click(force=True)
    expect(select).to_have_value(place.get_attribute("data-field") or "")
    expect(select).to_be_focused()
    mark(page, 1)
    mark(page, 2)
    page.get_by_role("button", name="Remove mark A").click()
    expect(page.locator(".marklist li")).to_have_count(1)
    page.reload()
    expect(page.locator(".marklist li")).to_have_count(1)
    page.get_by_role("button", name="Finish and note my findings").click()
    expect(page.get_by_role("heading", name="What you noted")).to_be_visible()
    assert (violations(page), overflows(page)) == ([], False)


def mark(page: Page, place: int) -> None:
    page.get_by_label("Where on the page").select_option(index=place)
    page.get_by_label("Looks altered").check()
    page.get_by_role("button", name="Set mark").click()
    page.wait_for_load_state()


def test_an_interview_needs_no_script(visit, runs):
    page = visit("learner", java_script_enabled=False)
    page.goto(task(runs, "interview"))
    for asked in (1, 2):
        page.locator("input[type=radio]").first.check()
        page.get_by_role("button", name="Ask this question").click()
        expect(page.locator(".asked li")).to_have_count(asked)


def test_lines_are_moved_by_keyboard_and_without_script(visit, runs):
    page = visit("learner", java_script_enabled=False)
    page.goto(task(runs, "order"))
    lines = page.locator(".ord-t")
    before = lines.all_inner_texts()
    page.locator(".ord-line").first.get_by_role("button", name="Down").focus()
    page.keyboard.press("Enter")
    expect(lines.first).to_have_text(before[1])
    assert lines.all_inner_texts()[:2] == [before[1], before[0]]
    page.get_by_role("button", name="Do this").click()
    expect(page.locator("#log li").first).to_contain_text("Put the steps in order")


def test_a_text_goes_to_a_trainer_who_sees_no_name_and_comes_back_with_a_word(visit, runs):
    page = visit("learner")
    page.goto(task(runs, "write"))
    page.get_by_label("Your letter").fill("Too short.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_label("Your letter")).to_have_value("Too short.")
    page.get_by_label("Your letter").fill("We cannot agree to that day yet, because a certificate is missing. " * 5)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="How it could be said")).to_be_visible()
    sent = page.url
    trainer = visit("trainer")
    trainer.goto("/en/cases/texts/")
    trainer.locator(".waiting").first.locator("a").last.click()
    assert "Lena" not in trainer.locator("main").inner_text()
    trainer.get_by_label("A word to the person").fill("Clear. Say who decides.")
    assert (violations(trainer), overflows(trainer)) == ([], False)
    trainer.get_by_role("button", name="Tell the person").click()
    expect(trainer.get_by_text("Judged.")).to_be_visible()
    page.goto(sent)
    expect(page.get_by_text("Clear. Say who decides.")).to_be_visible()
