"""A specialist's work in the Regional Group: a note with two people, and finds in the other script."""

import re

from playwright.sync_api import Page

SAID = "The registry stamps on Thursday, the desk counts from Tuesday. We agree on the stamp before anybody counts."
NUMBER = "The man with the number 0101990710016 waited."


def write_note(page: Page, situation: str) -> None:
    page.goto("/en/network/notes/new/")
    page.get_by_label("Title").fill("Count from the stamp")
    page.get_by_label("Situation").fill(situation)
    page.get_by_label("Bosnia and Herzegovina").check()
    page.get_by_label("Time limits").check()
    page.get_by_role("button", name="Save the draft").click()
    page.wait_for_load_state()


def test_a_number_of_a_person_never_leaves_the_form_and_the_rest_is_kept(visit):
    page = visit("specialist")
    write_note(page, NUMBER)
    assert page.get_by_label("Situation").input_value() == NUMBER
    assert page.get_by_label("Title").input_value() == "Count from the stamp"
    page.goto("/en/network/search/?q=waited")
    assert "0101990710016" not in page.locator("main").inner_text()


def test_a_draft_is_ones_own_until_colleagues_are_asked(visit):
    page = visit("specialist")
    write_note(page, SAID)
    assert "Only you can see it." in page.locator("main").inner_text()
    page.get_by_role("button", name="Ask for endorsement").click()
    page.get_by_text("Colleagues from elsewhere can now endorse the note.").wait_for()
    assert page.get_by_role("button", name=re.compile("^Endorse")).count() == 0


def test_a_colleague_of_another_place_endorses_and_publishes_a_note(visit):
    page = visit("specialist")
    page.goto("/en/network/")
    page.get_by_role("link", name="Read and decide").first.click()
    title = page.locator("h1").inner_text()
    page.get_by_role("button", name="Endorse and publish").click()
    page.wait_for_load_state()
    assert "Endorsed" in page.locator("main").inner_text()
    page.goto("/en/network/notes/")
    page.get_by_role("link", name=title).first.wait_for()


def test_what_is_written_in_cyrillic_is_found_in_latin_letters(visit):
    page = visit("specialist")
    page.goto("/en/network/search/?q=opština")
    assert "Општина" in page.locator("main").inner_text()


def test_a_quotation_mark_in_the_search_is_no_trouble(visit):
    page = visit("specialist")
    assert page.goto('/en/network/search/?q="').status == 200


def test_whoever_is_no_member_finds_no_network(visit):
    page = visit("learner")
    assert page.goto("/en/network/").status == 404
