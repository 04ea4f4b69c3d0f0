"""With the keyboard alone: in, to the lesson, and a practice question answered."""

from playwright.sync_api import Page

FOCUSED = """() => {
  const element = document.activeElement;
  return element.innerText || element.labels?.[0]?.innerText || "";
}"""


def tab_to(page: Page, words: str) -> None:
    """Presses Tab until what has the focus says these words."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if words in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"no way to “{words}” by the keyboard")


def test_from_the_sign_in_to_the_lesson_without_a_mouse(visit, site):
    page, account = visit(), site.account("learner")
    page.goto("/en/account/login/")
    tab_to(page, "Work e-mail")
    page.keyboard.type(account["email"])
    tab_to(page, "Password")
    page.keyboard.type(account["password"])
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Lena").wait_for()
    tab_to(page, "Continue lesson")
    page.keyboard.press("Enter")
    page.wait_for_url("**/learn/readmission-basics/**")
    tab_to(page, "Check")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_the_first_tab_of_each_page_skips_to_the_content(visit):
    page = visit("learner")
    for address in ("/en/", "/en/courses/", "/en/cases/"):
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.innerText") == "Skip to main content"
