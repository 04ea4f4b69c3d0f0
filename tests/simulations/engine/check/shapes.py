"""Small sound cases, each with one safeguard kept by other means than in the cases that ship."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from simulations.agreements.engine.shelf import reference
from simulations.engine.loader import load
from simulations.engine.scenario import Scenario

HEAD = """
format: 1
title: A shape
summary: One safeguard.
level: beginner
about_minutes: 5
reference_number: SHAPE-1
role: desk
starts_at: 2026-04-02T10:40
ends_on: 2026-04-30
falls_to: over
office: {calendar: RS, opens: "09:00", closes: "16:00"}
pass_percent: 0
pack: eu-serbia
requested: RS
requesting: DE
subject: person
calendars: [RS, DE]
jurisdictions: {RS: Serbia, DE: Germany}
roles: {desk: {name: Caseworker}}
people: {person: {name: Ana Primer}, germany: {name: Germany}}
competencies: {care: Care}
facts: {looked: {values: ["no", "yes"], initial: "no"}, bad: {values: ["no", "yes"], initial: "no"}}
"""
GUARD = {"title": "G", "kept": "K.", "breached": "B.", "untested": "U.", "cites": ["eu-serbia.error"]}
ACTS = yaml.safe_load("""
look: {look: {minutes: 30, effects: [{set: looked, to: "yes"}]}}
close: {close: {minutes: 30}}
flagged: {close: {minutes: 30, rules: {bad: {when: {fact: looked, is: "no"}, effects: [{set: bad, to: "yes"}],
  feedback: Bad.}}}}
sign: {sign: {minutes: 5}}
hear: {hear: {minutes: 20}}
stop: {stop: {minutes: 10}}
""")
SHAPES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("shapes.yaml").read_text(encoding="utf-8"))


def shape(row: dict[str, Any]) -> Scenario:
    case = {**yaml.safe_load(HEAD), **row.get("more", {})}
    case["acts"] = {}
    for item in row["acts"]:
        for key, act in (ACTS[item] if isinstance(item, str) else item).items():
            rules = {"done": {"feedback": f"{key} done."}}
            case["acts"][key] = {"group": "decide", "label": key, "rules": rules, **act}
    case["safeguards"] = {"guard": {**GUARD, "competency": "care", **row["guard"]}}
    case["endings"] = {
        key: {"kind": kind, "title": key, "text": "T.", "when": when} for key, (kind, when) in row["endings"].items()
    }
    case["endings"]["over"] = {"kind": "neutral", "title": "Over", "text": "Over."}
    return load(json.dumps(case, default=str), reference(), key="shape")
