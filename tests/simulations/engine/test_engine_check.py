"""The checker: each planted fault is named with its place, and a sound case is left alone."""

import pytest

from simulations.agreements.engine.shelf import reference
from simulations.engine.check.report import SHALLOW, check_file
from simulations.scenarios.engine.library import keys, path_of
from tests.simulations.engine.tiny import TINY

OVER = "  over: {kind: neutral, title: Over, text: The file is still open.}\n"
WITHOUT_OVER = TINY.replace(OVER, "")
EASTER = path_of("easter_clock").read_text(encoding="utf-8")


def found(text: str) -> list[tuple[str, str]]:
    """Codes with places, lines left out."""
    report = check_file(text, reference(), key="planted", limits=SHALLOW)
    return [(problem.code, problem.where.partition(" (")[0]) for problem in report.problems]


def planted(old: str, new: str, text: str = EASTER) -> list[tuple[str, str]]:
    assert text.count(old) >= 1, old
    return found(text.replace(old, new, 1))


@pytest.mark.parametrize("key", keys())
def test_every_case_that_ships_is_sound(key):
    report = check_file(path_of(key).read_bytes(), reference(), key=key)
    assert [problem.as_dict() for problem in report.problems] == []


def test_the_tiny_case_is_sound():
    assert found(TINY) == []


def test_a_finding_has_its_line():
    text = EASTER.replace("    once: false\n    inputs:\n      due:", "    minutes_: 1\n    inputs:\n      due:", 1)
    report = check_file(text, reference(), key="planted")
    line = text[: text.index("minutes_")].count("\n") + 1
    assert [problem.where for problem in report.problems] == [f"acts.work_out_deadline.minutes_ (line {line})"]


def test_a_fact_that_is_set_and_never_read():
    result = planted("facts:\n", "facts:\n  idle: {values: [a, b], initial: a}\n")
    assert result == [("fact_never_read", "facts.idle")]


def test_a_fact_that_is_read_and_never_set():
    text = EASTER.replace('{set: document_ready, to: "yes"}, ', "", 1)
    assert ("fact_never_set", "facts.document_ready") in found(text)


def test_a_value_that_never_comes():
    result = planted("effects: [{set: compared, to: sound}]", "effects: [{set: compared, to: done}]")
    assert ("value_never_set", "acts.correct_record.needs[0].when") in result
    assert ("act_unreachable", "acts.correct_record") in result


def test_needs_that_exclude_one_another():
    old = '      - {when: {fact: signer, is: supervisor}, because: {en: "She is away until the office opens again."}}\n'
    new = old + '      - {when: {fact: signer, is: nobody}, because: {en: "Never."}}\n'
    assert ("contradiction", "acts.ask_supervisor.needs") in planted(old, new)


def test_a_condition_that_excludes_itself():
    old = 'when: {all: [{fact: deemed, is: "yes"}, {any: [{act: close_file}, {date_from: "2026-05-29"}]}]}'
    new = 'when: {all: [{act: close_file}, {fact: deemed, is: "yes"}, {fact: deemed, is: "no"}]}'
    assert ("contradiction", "endings.deemed_agreed.when") in planted(old, new)


def test_dates_that_exclude_one_another():
    old = 'when: {date_until: "2026-04-02"}\n        effects'
    new = 'when: {all: [{date_until: "2026-04-02"}, {date_from: "2026-04-03"}]}\n        effects'
    assert ("contradiction", "acts.ask_for_page.rules.before_their_easter.when") in planted(old, new)


def test_a_repeatable_act_that_takes_no_time():
    old = "    minutes: 15\n    once: false\n    inputs:\n      question:"
    new = "    minutes: 0\n    once: false\n    inputs:\n      question:"
    assert planted(old, new) == [("repeatable_without_time", "acts.ask_germany_more")]


def test_a_clock_that_nothing_stops():
    result = planted('{set: document_ready, to: "yes"}, {stop: travel_document}', '{set: document_ready, to: "yes"}')
    assert result == [("deadline_never_stopped", "deadlines.travel_document")]


def test_a_clock_that_nothing_starts():
    result = planted("      - {start: travel_document}\n", "")
    assert ("deadline_never_started", "deadlines.travel_document") in result


def test_an_extension_that_nobody_can_ask_for():
    result = planted("{extend: reply}, ", "")
    assert ("extension_never_used", "deadlines.reply.extension") in result


def test_an_act_nobody_can_do():
    result = planted("    minutes: 90\n", "    minutes: 900\n")
    assert ("act_unreachable", "acts.reply_refused") in result


def test_an_ending_nobody_can_reach():
    result = planted("effects: [{set: named, to: passport}]", "effects: [{set: named, to: form}]")
    assert ("value_never_set", "endings.answered.when") in result


def test_a_pass_nobody_can_reach_is_shown_with_the_way_that_fails():
    text = EASTER.replace("pass_percent: 65", "pass_percent: 101", 1)
    report = check_file(text, reference(), key="planted")
    codes = [problem.code for problem in report.problems]
    assert codes[:3] == ["pass_percent", *["model_does_not_pass"] * 2]
    assert report.problems[1].trace[0] == {"act": "read", "inputs": {"message": "request"}, "judged": True}


def test_a_way_that_the_case_refuses():
    result = planted("      - {when: {document: form, is: read}", "      - {when: {act: close_file}")
    assert ("model_refused", "models.prompt") in result


def test_two_acts_that_differ_only_in_their_words():
    start = EASTER.index("  reply_refused:\n")
    body = EASTER[start : EASTER.index("  correct_record:\n")]
    twin = body.replace("  reply_refused:", "  reply_declined:", 1).replace("Reply: refused", "Reply: declined")
    result = found(EASTER[:start] + body + twin + EASTER[start + len(body) :])
    assert result == [("acts_differ_only_in_label", "acts.reply_declined")]


def test_a_message_that_is_never_sent():
    old = "  request:\n    from: germany\n    at_start: true\n"
    new = '  stray:\n    from: germany\n    subject: {en: "Stray"}\n    body: {en: "Stray."}\n' + old
    assert planted(old, new) == [("message_never_sent", "messages.stray")]


def test_a_document_that_never_arrives():
    result = planted("effects: [{receive: interview_note}]", "effects: []")
    assert result == [("document_never_arrives", "documents.interview_note")]


def test_an_inject_that_can_never_happen():
    result = planted('at: "2026-04-08T11:00"', 'at: "2027-04-08T11:00"')
    assert ("inject_unreachable", "injects.leave_notice") in result


def test_a_rule_behind_one_that_always_holds():
    old = "      page:\n        when: {input: findings, has: [page]}\n"
    assert ("rule_shadowed", "acts.check_form.rules.missed") in planted(old, "      page:\n")


def test_a_rule_that_repeats_the_one_before_it():
    old = "        when: {input: reason, is: holiday}\n"
    new = "        when: {input: reason, is: identity}\n"
    assert ("rule_shadowed", "acts.ask_more_time.rules.holiday") in planted(old, new)


def test_a_safeguard_nobody_can_breach():
    old = "    while: {input: reason, is: none}"
    new = '    while: {fact: deemed, is: "no"}\n    where: {date_from: "2027-01-01"}'
    assert ("safeguard_vacuous", "safeguards.reasons_given") in planted(old, new)


def test_a_safeguard_that_reads_what_somebody_knew():
    old = "  protection: {values: [none, asked, confirmed], initial: none,"
    new = "  protection: {values: [none, asked, confirmed], initial: none, layer: known, role: caseworker,"
    result = planted(old, new)
    assert result == [("safeguard_reads_knowledge", "safeguards.silence_is_no_check.unless")]


def test_an_input_that_no_act_has():
    result = planted("when: {input: question, is: times}", "when: {input: query, is: times}")
    assert ("unknown_input", "acts.ask_supervisor.rules.times.when") in result


def test_an_option_that_no_input_has():
    result = planted("when: {input: question, is: times}", "when: {input: question, is: hours}")
    assert ("unknown_option", "acts.ask_supervisor.rules.times.when") in result


def test_an_input_read_where_there_is_no_act():
    old = "{fact: more_time, is: bare}]}\n  deemed_agreed"
    new = "{fact: more_time, is: bare}, {input: reason, is: none}]}\n  deemed_agreed"
    assert ("input_out_of_place", "endings.answered.when") in planted(old, new)


def test_unreviewed_law_that_is_critical():
    old = 'reply_in_time:\n    {title: {en: "The reply left in time on every reading"}, '
    result = planted(old, old + "critical: true, ")
    assert result == [("unreviewed_decides", "rubric.reply_in_time")]


def test_unreviewed_law_that_fails_a_person():
    old = '        - {fact: returned, is: "yes"}\n'
    result = planted(old, old + '        - {fact: deemed, is: "yes"}\n')
    assert ("unreviewed_decides", "endings.sent_back") in result


def test_a_failing_ending_on_the_clock_itself():
    old = '        - {fact: returned, is: "yes"}\n'
    result = planted(old, old + "        - {deadline: reply, is: expired}\n")
    assert ("unreviewed_decides", "endings.sent_back") in result


def test_a_critical_safeguard_on_a_value():
    old = "    competency: cooperation\n    cites: [eu-serbia.refusal, eu-serbia.extension]"
    result = planted(old, "    basis: sourced\n" + old)
    assert result == [("unreviewed_decides", "safeguards.reasons_given")]


def test_a_legal_number_that_was_typed():
    result = planted("Ends the reply clock. Your supervisor signs.", "You have 10 calendar days.")
    assert result == [("number_typed", "acts.reply_agreed.detail")]


def test_a_verdict_without_words():
    old = '        verdict: cost\n        feedback: {en: "A search needs a name. A day is lost."}\n'
    result = planted(old, "        verdict: cost\n")
    assert result == [("no_feedback", "acts.search_register.rules.without_name")]


def test_a_case_that_passes_who_does_nothing():
    result = planted("  time_over:\n    kind: neutral", "  time_over:\n    kind: pass")
    assert result == [("silence_passes", "falls_to")]


def test_time_brings_an_ending_whose_words_presuppose_something():
    """“Silence answered” would be told to somebody who had replied."""
    assert planted("falls_to: over", "falls_to: silent", WITHOUT_OVER) == [
        ("falls_to_has_condition", "endings.silent.when")
    ]


def test_a_case_too_large_to_check_says_only_that():
    more = "".join(f"  spare_{n}: {{values: [a, b], initial: a}}\n" for n in range(60))
    assert planted("facts:\n", "facts:\n" + more) == [("too_many", "facts")]


def test_a_condition_that_never_ends_unfolding_is_not_called_contradictory():
    wide = ", ".join('{any: [{fact: deemed, is: "yes"}, {fact: deemed, is: "no"}]}' for _ in range(14))
    old = 'when: {all: [{fact: deemed, is: "yes"}, {any: [{act: close_file}, {date_from: "2026-05-29"}]}]}'
    assert planted(old, f'when: {{all: [{{act: close_file}}, {{fact: deemed, is: "yes"}}, {wide}]}}') == []


def test_small_faults_of_the_tiny_case():
    def tiny_with(old: str, new: str) -> list[tuple[str, str]]:
        return planted(old, new, TINY)

    assert ("principle_without_law", "safeguards.looked.cites") in tiny_with("    cites: [eu-serbia.error]\n", "")
    assert ("no_feedback", "acts.ask") in tiny_with("    rules: {asked: {verdict: sound, feedback: Asked.}}\n", "")
    assert ("extension_without_value", "deadlines.reply.extension") in tiny_with(
        "    extension: eu-serbia.extension\n", ""
    )
    assert ("ends_at_once", "endings.lost.when") in tiny_with(
        'when: {any: [{fact: reply, is: refused}, {fact: blind, is: "yes"}]}', "when: {all: []}"
    )
    assert ("no_pass", "endings") in tiny_with("answered: {kind: pass", "answered: {kind: fail")
    assert ("calendar_span", "deadlines.reply") in tiny_with("ends_on: 2026-05-29", "ends_on: 2027-12-30")
    assert ("negative_time", "acts.ask.minutes") in tiny_with("    minutes: 20\n", "    minutes: -20\n")
    assert ("item_unreachable", "rubric.look") in tiny_with(
        "points: 10, when: {document: passport, is: inspected}", "points: 10, when: {date_from: 2027-01-01}"
    )


def test_two_empty_acts_may_stand_side_by_side_when_the_case_tells_them_apart():
    acts = """
  first: {group: look, label: First, minutes: 5, rules: {}}
  second: {group: look, label: Second, minutes: 5, rules: {}}
"""
    text = TINY.replace("deadlines:\n", acts.lstrip("\n") + "deadlines:\n", 1)
    codes = [code for code, _ in found(text)]
    assert "acts_differ_only_in_label" in codes
    told = text.replace("rubric:\n", "rubric:\n  f: {title: F, competency: safeguards, points: 1, on: first}\n", 1)
    assert "acts_differ_only_in_label" not in [code for code, _ in found(told)]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (
            "when: {input: reason, is: holiday}",
            "when: {input: reason, has: [holiday]}",
            "acts.ask_more_time.rules.holiday.when",
        ),
        ("when: {input: tell, has: [wish]}", "when: {input: tell, is: wish}", "rubric.met_on_arrival.when"),
        ("{input: day, open_in: RS}]}", "{input: record, open_in: RS}]}", "acts.agree_transfer.rules.closed_here.when"),
    ],
)
def test_an_input_asked_in_a_way_it_cannot_answer(old, new, where):
    result = planted(old, new)
    assert any(place == where and code in ("wrong_input_kind", "unknown_input") for code, place in result)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (
            "    deadline: reply\n    minutes: 10\n    once: false\n",
            "    minutes: 10\n    once: false\n",
            "acts.work_out_deadline",
        ),
        ("    document: form\n    minutes: 15\n", "    minutes: 15\n", "acts.check_form"),
    ],
)
def test_a_task_that_lacks_what_it_is_about(old, new, where):
    assert ("task_incomplete", where) in planted(old, new)


def test_a_message_that_answers_itself_without_end():
    old = "    effects: [{receive: interview_note}]\n"
    result = planted(old, "    effects: [{receive: interview_note}, {send: interview_done, minutes: 5}]\n")
    assert result == [("message_loop", "messages.interview_done")]


def test_a_reminder_once_a_week_is_no_loop():
    old = "    effects: [{receive: interview_note}]\n"
    new = "    effects: [{receive: interview_note}, {send: interview_done, open_days: 5, calendar: RS}]\n"
    assert planted(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("send: copy, open_days: 1", "send: copy, open_days: 100000", "delay"),
        ("send: copy, open_days: 1", "send: copy, open_days: 100001", "too_large"),
        ("send: copy, open_days: 1", "send: copy, minutes: -5, open_days: 1", "delay"),
        ("minutes: 20", "minutes: 99999999999999", "too_large"),
    ],
)
def test_numbers_beyond_any_honest_size(old, new, expected):
    assert expected in [code for code, _ in planted(old, new, TINY)]


def test_points_that_everybody_gets():
    old = "competency: data_protection, points: 6, on: correct_record}"
    assert planted(old, old.replace(", on: correct_record", "")) == [("item_for_nothing", "rubric.put_right")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("when: {input: due, lies: working_days, deadline: reply}", "when: {input: due}", "missing"),
        ("{when: {document: passport, is: here}, because", "{because", "missing"),
        ("  more_time:\n    group", "  wait:\n    group", "reserved_key"),
        ("  more_time:\n    group", "  more time:\n    group", "bad_key"),
        ("  more_time:\n    group", "  još:\n    group", "bad_key"),
        (
            "particular: born, odd: true}\n",
            "odd: true}\n      - {key: born, label: Twice, shown: x}\n",
            "duplicate_field",
        ),
    ],
)
def test_what_is_left_out_is_not_guessed(old, new, expected):
    assert expected in [code for code, _ in planted(old, new, TINY)]


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("{fact: reply, is: [none, agreed, refused]}", "need_always_met"),
        ("{any: [{act: ask}, {none: [{act: ask}]}]}", "need_always_met"),
    ],
)
def test_a_need_that_asks_nothing(when, code):
    old = "    effects: [{extend: reply}]\n"
    new = f"    needs: [{{when: {when}, because: Always.}}]\n{old}"
    assert (code, "acts.more_time.needs[0].when") in planted(old, new, TINY)


def test_another_fault_does_not_hide_a_way_round_a_safeguard():
    text = TINY.replace("facts:\n", "facts:\n  idle: {values: [a, b], initial: a}\n")
    text = text.replace(', effects: [{set: blind, to: "yes"}]}', ", verdict: breach, feedback: Blind.}")
    report = check_file(text, reference(), key="planted")
    assert {"fact_never_read", "safeguard_refuted"} <= {problem.code for problem in report.problems}
