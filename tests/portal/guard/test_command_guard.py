"""manage.py guard: one line in, one line out."""

import io
import json

from django.core.management import call_command


def _answers(*lines: str, **options) -> list[dict]:
    out = io.StringIO()
    call_command("guard", stdin=io.StringIO("\n".join(lines)), stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_gets_its_verdict_and_its_findings():
    assert _answers(
        '{"text": "JMBG 0101090710002", "lang": "sr-latn"}',
        '{"text": "Reply within 10 calendar days.", "lang": "en"}',
    ) == [
        {"verdict": "block", "findings": [{"kind": "jmbg", "start": 5, "end": 18}]},
        {"verdict": "pass", "findings": []},
    ]


def test_a_line_that_cannot_be_read_is_answered_and_the_next_one_is_read():
    assert _answers("not json", "[1]", '{"text": 5}', "", '{"text": "fine"}') == [
        {"error": "line 1: not JSON"},
        {"error": 'line 2: expected an object with a string "text"'},
        {"error": 'line 3: expected an object with a string "text"'},
        {"verdict": "pass", "findings": []},
    ]


def test_half_a_character_is_text_like_any_other():
    assert _answers('{"text": "a \\ud800 b"}') == [{"verdict": "pass", "findings": []}]


def test_reasons_are_added_on_demand():
    answer = _answers('{"text": "a@b.org"}', explain=True)
    assert answer[0]["findings"][0]["why"] == "It may reach one person. The address of an office is fine."
