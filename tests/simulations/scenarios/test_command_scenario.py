"""`manage.py scenario check|play`: what a machine reads and what a person reads."""

import json

import pytest
from django.core.management import call_command

from simulations.scenarios.engine.library import path_of


def run(capsys, *args):
    """(exit code, what was printed)."""
    try:
        call_command("scenario", *args)
        code = 0
    except SystemExit as exit_:
        code = exit_.code
    return code, capsys.readouterr().out


def run_json(capsys, *args):
    code, out = run(capsys, *args, "--json")
    return code, json.loads(out)


def acts(tmp_path, rows):
    path = tmp_path / "acts.json"
    path.write_text(rows if isinstance(rows, str) else json.dumps(rows), encoding="utf-8")
    return str(path)


def test_a_sound_case_by_key(capsys):
    code, reports = run_json(capsys, "check", "easter_clock")
    assert (code, [(report["key"], report["ok"], report["problems"]) for report in reports]) == (
        0,
        [("easter_clock", True, [])],
    )


def test_a_case_by_path_has_the_stem_as_its_key(capsys, tmp_path):
    path = tmp_path / "my_case.yaml"
    path.write_bytes(path_of("easter_clock").read_bytes())
    code, reports = run_json(capsys, "check", str(path))
    assert (code, reports[0]["key"], reports[0]["ok"]) == (0, "my_case", True)


def test_one_faulty_case_among_several_fails_the_check(capsys, tmp_path):
    path = tmp_path / "broken.yaml"
    text = path_of("easter_clock").read_text(encoding="utf-8")
    path.write_text(
        text.replace("level: beginner", "level: easy").replace("compared, to: sound", "compared, to: solid"),
        encoding="utf-8",
    )
    code, reports = run_json(capsys, "check", "easter_clock", str(path))
    assert (code, [report["ok"] for report in reports]) == (1, [True, False])
    assert [(problem["code"], problem["trace"]) for problem in reports[1]["problems"]] == [
        ("not_offered", []),
        ("unknown_fact_value", []),
    ]
    assert all("(line " in problem["where"] for problem in reports[1]["problems"])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a" * 10_000_000, "too_large"),
        (bytes(range(256)), "not_text"),
        (b"a: [", "syntax"),
        (b"", "empty"),
    ],
)
def test_a_file_that_is_no_case_gives_a_problem_and_no_traceback(capsys, tmp_path, content, expected):
    path = tmp_path / "file.yaml"
    path.write_bytes(content)
    code, reports = run_json(capsys, "check", str(path))
    assert (code, [problem["code"] for problem in reports[0]["problems"]]) == (1, [expected])


@pytest.mark.parametrize("name", ["no_such_case", "/", "/no/such/file.yaml", "x" * 5000, "a\0b"])
def test_a_case_that_is_not_there(capsys, name):
    code, reports = run_json(capsys, "check", name)
    assert (code, reports[0]["problems"][0]["code"]) == (1, "not_found")


def test_a_person_reads_the_place_and_the_words(capsys, tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("title: [", encoding="utf-8")
    code, out = run(capsys, "check", str(path))
    assert (code, out.splitlines()[0]) == (1, "broken: 1 problem")
    assert out.splitlines()[1].endswith("[syntax]")


def test_what_is_missing_is_placed_where_it_would_stand(capsys, tmp_path):
    text = path_of("easter_clock").read_text(encoding="utf-8")
    text = text.replace("level: beginner\n", "").replace(
        "  register_receipt:\n    group: look\n", "  register_receipt:\n"
    )
    (tmp_path / "gaps.yaml").write_text(text, encoding="utf-8")
    _, reports = run_json(capsys, "check", str(tmp_path / "gaps.yaml"))
    line = text[: text.index("  register_receipt:\n    label")].count("\n") + 1
    assert [problem["where"] for problem in reports[0]["problems"]] == [
        "level",
        f"acts.register_receipt.group (line {line})",
    ]


def test_playing_gives_the_log_and_the_result(capsys, tmp_path):
    rows = [{"act": "reply_agreed", "inputs": {"record": "form"}, "expected_seq": 1}, {"act": "nope"}]
    code, played = run_json(capsys, "play", "easter_clock", "--acts", acts(tmp_path, rows))
    assert code == 0
    assert list(played) == [
        *("key", "logic_hash", "events", "refusals", "ending", "passed", "safeguards", "score"),
    ]
    assert [event["kind"] for event in played["events"]] == ["begun", "act_taken", "safeguard_breached", "inject_fired"]
    assert played["refusals"] == [{"index": 1, "code": "unknown_act", "act": "nope", "where": "", "because": ""}]
    assert (played["ending"], played["passed"]) == (None, False)
    assert played["safeguards"][0] == {"id": "right_person", "status": "breached", "seq": 2}
    assert played["score"]["points"] == 16


def test_a_stale_act_is_refused_and_the_rest_goes_on(capsys, tmp_path):
    rows = [{"act": "end_day"}, {"act": "end_day", "expected_seq": 1}, {"act": "end_day"}]
    _, played = run_json(capsys, "play", "easter_clock", "--acts", acts(tmp_path, rows))
    assert [(refusal["index"], refusal["code"]) for refusal in played["refusals"]] == [(1, "stale")]
    assert played["events"][-1]["at"] == "2026-04-06T09:00:00"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("not json", [("syntax", "acts")]),
        ({"act": "end_day"}, [("wrong_type", "acts")]),
        (
            [1, {"act": "end_day", "inputs": [1]}, {"act": "end_day", "expected_seq": "1"}, {"act": "wait", "x": 1}],
            [
                ("wrong_type", "acts[0]"),
                ("wrong_type", "acts[1].inputs"),
                ("wrong_type", "acts[2].expected_seq"),
                ("unknown_key", "acts[3].x"),
            ],
        ),
    ],
)
def test_a_malformed_list_of_acts_gives_every_problem(capsys, tmp_path, rows, expected):
    code, report = run_json(capsys, "play", "easter_clock", "--acts", acts(tmp_path, rows))
    assert (code, [(problem["code"], problem["where"]) for problem in report["problems"]]) == (1, expected)


@pytest.mark.parametrize(
    "inputs",
    [
        {"data": "name", "date_from": "form"},
        {"data": [1], "date_from": "form"},
        {"data": ["name", "shoe_size"], "date_from": "form"},
        {"data": ["name"], "date_from": ["form"]},
        {"data": ["name"], "date_from": {"form": 1}},
        {"data": ["name"]},
        {"data": ["name"], "date_from": "form", "more": 1},
    ],
)
def test_odd_inputs_are_refused_or_understood_and_never_crash(capsys, tmp_path, inputs):
    rows = [{"act": "search_register", "inputs": inputs}]
    code, played = run_json(capsys, "play", "easter_clock", "--acts", acts(tmp_path, rows))
    assert code == 0
    assert len(played["events"]) + len(played["refusals"]) >= 2


def test_a_person_reads_a_summary(capsys, tmp_path):
    code, out = run(capsys, "play", "easter_clock", "--acts", acts(tmp_path, [{"act": "reply_refused"}]))
    assert code == 0
    assert "refused: act 1, input_missing reply_refused reason" in out
    assert out.splitlines()[-1] == "easter_clock: not ended, not passed, 0 of 114 points, 0 % of what decides"
