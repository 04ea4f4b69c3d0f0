"""Unreviewed law is carried on to whatever rests on it, through the new parts as well."""

from simulations.agreements.engine.shelf import reference
from simulations.engine.loader import load
from simulations.engine.reference import Mark
from simulations.engine.taint import mark_of_ending, mark_of_item, mark_of_safeguard, marks_of_facts
from tests.simulations.engine.talking import changed, talking

CLOCK = {
    "title": "Reply",
    "value": "eu-serbia.reply",
    "requested": "RS",
    "requesting": "DE",
    "starts_at_begin": True,
    "cites": [],
}
LATER = {"open_days": 1, "calendar": "RS"}
SENT = {"from": "germany", "subject": "S", "body": "B"}


def case(change):
    return load(changed(change), reference(), key="x")


def test_a_safeguard_over_a_legal_length_is_as_firm_as_that_length():
    legal = case({"safeguards.told.within": {"value": "eu-serbia.accelerated", "calendar": "RS"}})
    assert mark_of_safeguard(legal, legal.safeguards["told"]) is Mark.SOURCED
    assert mark_of_safeguard(talking(), talking().safeguards["told"]) is Mark.PRINCIPLE


def test_what_an_inject_expects_within_a_legal_length_taints_who_reads_it():
    within = {"value": "eu-serbia.document_issue", "calendar": "RS"}
    legal = case({"injects.newspaper.expects": {"acts": ["press"], "within": within}})
    assert mark_of_item(legal, legal.rubric["called"]) is Mark.GENERAL
    assert mark_of_item(talking(), talking().rubric["called"]) is Mark.PRINCIPLE


def test_that_an_inject_happened_is_as_firm_as_what_let_it_happen():
    on_time = {"title": "T", "when": {"deadline": "reply", "is": "expired"}}
    legal = case(
        {"deadlines": {"reply": CLOCK}, "injects.silence": on_time, "rubric.called.when": {"inject": "silence"}}
    )
    assert mark_of_item(legal, legal.rubric["called"]) is Mark.SOURCED


def test_injects_that_wait_for_each_other_are_read_once():
    ring = {
        "injects.one": {"title": "T", "when": {"inject": "two"}},
        "injects.two": {"title": "T", "when": {"inject": "one"}},
        "rubric.called.when": {"inject": "one"},
    }
    waiting = case(ring)
    assert mark_of_item(waiting, waiting.rubric["called"]) is Mark.PRINCIPLE


def test_a_fact_set_by_a_message_that_a_clock_sends_is_tainted():
    """Also when one message brings the next."""
    legal = case(
        {
            "deadlines": {"reply": CLOCK | {"on_expiry": [{"send": "first", "minutes": 5}]}},
            "messages.first": SENT | {"effects": [{"send": "second", "minutes": 5}]},
            "messages.second": SENT | {"effects": [{"set": "place", "to": "named"}, {"send": "first", **LATER}]},
            "endings.lost": {"kind": "fail", "title": "T", "text": "T", "when": {"fact": "place", "is": "named"}},
        }
    )
    assert marks_of_facts(legal) == {("place", "named"): Mark.SOURCED}
    assert mark_of_ending(legal, legal.endings["lost"]) is Mark.SOURCED


LATE = {"when": {"deadline": "reply", "is": "contested"}, "effects": [{"set": "place", "to": "named"}]}


def by_rule(asked):
    lost = {"kind": "fail", "title": "T", "text": "T", "when": asked}
    rules = {"late": LATE, "always": {"group": "beside", "effects": [{"set": "closed", "to": "yes"}]}}
    return case({"deadlines": {"reply": CLOCK}, "acts.thank.rules": rules, "endings.lost": lost})


def test_a_rule_that_reads_a_clock_taints_what_it_sets():
    legal = by_rule({"fact": "place", "is": "named"})
    assert marks_of_facts(legal) == {("place", "named"): Mark.SOURCED}
    assert mark_of_ending(legal, legal.endings["lost"]) is Mark.SOURCED


def test_asking_whether_it_was_not_set_is_asking_the_same():
    legal = by_rule({"fact": "place", "is": "unknown"})
    assert mark_of_ending(legal, legal.endings["lost"]) is Mark.SOURCED


def test_another_value_of_another_origin_is_firm():
    legal = by_rule({"fact": "closed", "is": "yes"})
    assert mark_of_ending(legal, legal.endings["lost"]) is Mark.PRINCIPLE


CLOSES = {"effects": [{"set": "closed", "to": "yes"}]}
LOST = {"kind": "fail", "title": "T", "text": "T", "when": {"fact": "closed", "is": "yes"}}


def by_rules(**rules):
    legal = case({"deadlines": {"reply": CLOCK}, "acts.thank.rules": rules, "endings.lost": LOST})
    return mark_of_ending(legal, legal.endings["lost"])


def test_a_rule_that_applies_where_one_over_a_clock_does_not_is_tainted():
    in_time = {"when": {"deadline": "reply", "is": "running"}, "feedback": "In time."}
    assert by_rules(in_time=in_time, late=CLOSES) is Mark.SOURCED


def test_what_each_rule_of_a_group_does_hangs_on_none_of_them():
    in_time = {"when": {"deadline": "reply", "is": "running"}, **CLOSES}
    assert by_rules(in_time=in_time, late=CLOSES) is Mark.PRINCIPLE


def test_a_clock_that_the_needs_settle_decides_nothing_more():
    need = {"when": {"deadline": "reply", "is": "running"}, "because": "It has ended."}
    rule = {"when": {"deadline": "reply", "is": ["running", "contested"]}, **CLOSES}
    settled = {"deadlines": {"reply": CLOCK}, "acts.thank.rules": {"done": rule}, "acts.thank.needs": [need]}
    legal = case({**settled, "endings.lost": LOST})
    assert mark_of_ending(legal, legal.endings["lost"]) is Mark.PRINCIPLE


def guard(**parts):
    told = {"never": ["thank"], "where": None, "after": None, "do": None, "within": None, **parts}
    changes = {f"safeguards.told.{key}": value for key, value in told.items()}
    legal = case({"deadlines": {"reply": CLOCK | {"on_expiry": [{"set": "place", "to": "named"}]}}, **changes})
    return mark_of_safeguard(legal, legal.safeguards["told"])


SPOKE, SILENT = {"act": "refuse"}, {"fact": "place", "is": "unknown"}


def test_a_safeguard_that_a_clock_alone_can_break_is_as_firm_as_that_clock():
    assert guard(**{"while": {"deadline": "reply", "is": "expired"}}) is Mark.SOURCED
    assert guard(unless={"all": [SPOKE, SILENT]}) is Mark.SOURCED


def test_a_safeguard_that_can_be_kept_whatever_a_clock_says_stays_firm():
    assert guard(unless={"any": [SPOKE, SILENT]}) is Mark.PRINCIPLE
    assert guard(where={"fact": "place", "is": "named"}, unless=SPOKE) is Mark.PRINCIPLE
