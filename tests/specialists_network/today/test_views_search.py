"""Search over notes and questions: either script, any input, members only."""

import pytest

from specialists_network.forum.models import Post
from tests.factories.network import draft, proposed, published, question, specialist

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    member = specialist("AL")
    client.force_login(member.user)
    return member


def _found(client, typed, **narrow):
    page = client.get("/en/network/search/", {"q": typed} | narrow)
    assert page.status_code == 200
    return page.content.decode().split("<main", 1)[1]


@pytest.fixture
def library(reader):
    author = specialist("RS")
    published(
        author, reader, title="Школско сведочанство из иностранства", situation="Превод није услов.", language="sr"
    )
    published(author, reader, title="Dete bez izvoda", situation="Vraćanje bez dokumenata.", language="sr-latn")
    question(author, title="Дали се враќа дете?", text="Без свидетелство и без превод.", language="mk")
    question(
        author,
        title="Reply limit",
        text="Do you count to Sunday?",
        replies=((reader, "Unë numëroj ditët kalendarike."),),
    )


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("svedočanstva", "Школско"),
        ("сведочанства", "Школско"),
        ("SVEDOCANSTVO", "Школско"),
        ("враћање", "Dete bez izvoda"),
        ("vracanje dokumenata", "Dete bez izvoda"),
        ("дете извод", "Dete bez izvoda"),
        ("svidetelstvo", "Дали се враќа"),
        ("numëroj ditet", "Reply"),
        ("limit kalendarike", "Reply"),
        ('"count to sunday"', "Reply"),
    ],
)
def test_a_word_is_found_in_either_script_with_or_without_marks(client, typed, title):
    page = _found(client, typed)
    assert title in page.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.usefixtures("library")
def test_exact_words_are_exact_and_all_words_are_needed(client):
    assert "0 results" in _found(client, '"count to sun"')
    assert "0 results" in _found(client, "sunday helicopter")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    "typed", ['"', '""', "'", "\x00", "a\x00b", "%", "_", "\\", "*", "((", "🙂", "x" * 5000, "\ud83d"]
)
def test_anything_may_be_typed(client, typed):
    assert client.get("/en/network/search/", {"q": typed.encode("utf-8", "replace")}).status_code == 200


@pytest.mark.usefixtures("library")
def test_what_is_found_is_marked_and_what_is_typed_is_escaped(client):
    assert "<mark>сведочанство</mark>" in _found(client, "svedočanstvo")
    assert "<script>" not in _found(client, "<script>alert(1)</script>")


@pytest.mark.usefixtures("library")
def test_a_kind_can_be_left_out(client):
    assert "1 result" in _found(client, "превод", kind="note")
    assert "1 result" in _found(client, "превод", kind="question")
    assert "2 results" in _found(client, "превод")
    assert "2 results" in _found(client, "превод", kind="nonsense")


def test_drafts_and_proposals_are_not_found(client, reader):
    draft(reader, title="Helicopter")
    proposed(specialist("MK"), title="Helicopter")
    assert "0 results" in _found(client, "helicopter")


def test_a_thread_is_found_by_what_it_says_now(client, reader):
    thread = question(reader, text="About helicopters.")
    path = f"/en/network/threads/{thread.uuid}/1/correct/"
    client.post(path, {"text": "About ferries.", "seen": "1"})
    assert Post.objects.get().search_text == " reply limit ends on a sunday about ferries "
    assert "0 results" in _found(client, "helicopters")
    assert "1 result" in _found(client, "ferry ends") or "1 result" in _found(client, "ferries ends")


@pytest.mark.parametrize("rows", [1, 3])
def test_results_cost_the_same(client, reader, rows, django_assert_num_queries):
    author = specialist("MK")
    for _row in range(rows):
        published(author, reader, title="Ferries")
        question(author, title="Ferries")
    with django_assert_num_queries(7):
        page = client.get("/en/network/search/?q=ferries").content.decode()
    assert f"{2 * rows} results" in page
