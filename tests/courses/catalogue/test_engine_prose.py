import pytest

from courses.catalogue.engine.prose import sanitised


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>Plain <b>bold</b> <i>slanted</i></p>", "<p>Plain <b>bold</b> <i>slanted</i></p>"),
        ("<h2>Head</h2><ul><li>one</li></ul>", "<h2>Head</h2><ul><li>one</li></ul>"),
        ("<p onclick='x()'>words</p>", "<p>words</p>"),
        ("<script>alert(1)</script><p>words</p>", "<p>words</p>"),
        ("<p style='color:red' class='x'>words</p>", "<p>words</p>"),
        ("<iframe src='https://example.org'></iframe>", ""),
        ("<p><a href='javascript:x()'>here</a></p>", '<p><a rel="external noopener">here</a></p>'),
        ("<img src=x onerror=y>", ""),
        ("<h1>Another first heading</h1>", "Another first heading"),
    ],
)
def test_only_prose_is_kept(written, kept):
    assert sanitised(written) == kept


def test_a_link_says_that_it_leads_away():
    assert sanitised('<a href="https://example.org/law">law</a>') == (
        '<a href="https://example.org/law" rel="external noopener">law</a>'
    )
