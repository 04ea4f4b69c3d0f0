"""With the setting of production, staff set up a second factor before anything else; learners are not asked."""

import re

import pytest

from tests.journeys.conftest import sign_in
from tests.journeys.site import running


@pytest.fixture(scope="module")
def strict_site(tmp_path_factory):
    with running(tmp_path_factory.mktemp("strict"), STAFF_MFA_REQUIRED="1") as site:
        yield site


@pytest.fixture
def open_page(browser, strict_site):
    contexts = []

    def open_page(role):
        contexts.append(browser.new_context(base_url=strict_site.url))
        page = contexts[-1].new_page()
        sign_in(page, strict_site.account(role))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("role", ["trainer", "coordinator", "admin"])
def test_staff_are_led_to_the_second_factor_wherever_they_want_to_go(open_page, role):
    page = open_page(role)
    page.goto("/en/courses/")
    assert re.search(r"/account/2fa/", page.url)
    page.get_by_text("Your role needs a second factor.").first.wait_for()


def test_a_learner_is_not_asked(open_page):
    page = open_page("learner")
    page.goto("/en/courses/")
    assert page.url.endswith("/en/courses/")
