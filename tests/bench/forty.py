"""A sound case of forty acts, put together from five desks that each have a question, a clock and a stop rule."""

from __future__ import annotations

import json
from typing import Any

Case = dict[str, Any]
DESKS = {"identity": "who he is", "health": "whether he can fly", "family": "who waits for him",
         "claim": "what he fears", "luggage": "what he may take along"}  # fmt: skip
CLOCKED, TIMED = ("identity", "health", "claim"), "family"
A_DAY = {"open_days": 1, "calendar": "RS"}
HEAD: Case = {
    "format": 1, "title": "Five desks", "summary": "Five questions, each with a clock or a rule of its own.",
    "level": "demanding", "about_minutes": 60, "reference_number": "FORTY-1", "role": "desk",
    "starts_at": "2026-04-02T10:40", "ends_on": "2026-06-12", "falls_to": "over", "pass_percent": 0,
    "office": {"calendar": "RS", "opens": "09:00", "closes": "16:00"}, "pack": "eu-serbia",
    "requested": "RS", "requesting": "DE", "subject": "person", "calendars": ["RS", "DE"],
    "jurisdictions": {"RS": "Serbia", "DE": "Germany"}, "roles": {"desk": {"name": "Caseworker"}},
    "people": {"person": {"name": "Ana Primer"}, "germany": {"name": "Germany"}}, "competencies": {"care": "Care"},
    "counterparts": {"germany": {"styles": ["prompt", "slow"], "slow": {"open_days": 1}}},
}  # fmt: skip
TABLES = ("facts", "documents", "messages", "acts", "deadlines", "injects", "safeguards", "rubric")


def forty_acts() -> str:
    """The file of the case; always the same."""
    case: Case = {**HEAD, **{table: {} for table in TABLES}}
    for number, (desk, about) in enumerate(DESKS.items()):
        for table, rows in _desk(desk, about, number).items():
            case[table] |= rows
    done = [{"fact": f"{desk}_answer", "is": "given"} for desk in DESKS]
    clean = [{"fact": f"{desk}_blind", "is": "no"} for desk in DESKS]
    late = [{"fact": f"{desk}_late", "is": "yes"} for desk in CLOCKED]
    blind = [{"fact": f"{desk}_blind", "is": "yes"} for desk in DESKS]
    case["endings"] = {
        "answered": _ending("pass", [*done, *clean, {"inject": f"{TIMED}_call", "is": "met"}]),
        "blind": _ending("fail", [*done, {"any": blind}]),
        "silent": _ending("neutral", late),
        "over": {"kind": "neutral", "title": "Over", "text": "The file is still open."},
    }
    case["models"] = {"prompt": [step for desk in DESKS for step in _way(desk)]}
    return json.dumps(case, indent=1)


def _desk(desk: str, about: str, number: int) -> dict[str, Case]:
    """Eight acts: ask, remind, inspect, hear, compare, weigh, note, answer."""
    paper, answer, blind = f"{desk}_paper", f"{desk}_answer", f"{desk}_blind"
    yes_no = {"values": ["no", "yes"], "initial": "no"}
    asked, here, weighed = {"act": f"{desk}_ask"}, {"document": paper, "is": "here"}, f"{desk}_weighed"
    noted, heard = f"{desk}_noted", f"{desk}_heard"
    found: dict[str, Case] = {
        "facts": {**dict.fromkeys((weighed, blind, noted, heard), yes_no),
                  answer: {"values": ["none", "given"], "initial": "none"},
                  f"{desk}_match": {"values": ["open", "same", "other"], "initial": "open"}},
        "documents": {paper: {"title": f"Paper on {desk}", "kind": "letter", "source": "germany",
            "evidence": "prima_facie",
            "fields": [{"key": "born", "label": "Born", "shown": "04 AUG 1987", "odd": "differs"}]}},
        "messages": {f"{desk}_page": {"from": "germany", "subject": f"Page on {desk}", "body": f"It says {about}.",
            "effects": [{"receive": paper}]}},
        "acts": _acts(desk, about, asked, here),
        "deadlines": {}, "injects": {},
        "safeguards": {f"{desk}_first": {"title": f"First {about}", **_guard(desk), "kept": f"Weighed {about}.",
            "breached": f"Not weighed: {about}.", "untested": "Nobody answered.", "competency": "care",
            "cites": ["eu-serbia.error"]}},
        "rubric": {f"{desk}_seen": {"title": f"Saw {about}", "competency": "care", "points": 5,
            "on": [f"{desk}_reply"], "when": {"document": paper, "is": "read"}},
            f"{desk}_told": {"title": f"Told of {about}", "competency": "care", "points": 5, "on": [f"{desk}_reply"],
            "when": [{"fact": key, "is": "yes"} for key in (heard, noted, weighed)]}},
    }  # fmt: skip
    if desk in CLOCKED:
        found["facts"][f"{desk}_late"] = yes_no
        found["deadlines"][f"{desk}_limit"] = {
            "title": f"Limit on {desk}", "value": "eu-serbia.reply", "requested": "RS", "requesting": "DE",
            "on_expiry": [{"set": f"{desk}_late", "to": "yes"}]}  # fmt: skip
        found["acts"][f"{desk}_hear"]["effects"].append({"start": f"{desk}_limit"})
        found["acts"][f"{desk}_reply"]["effects"].append({"stop": f"{desk}_limit"})
    if number < 4:
        day = {"at": f"2026-04-{8 + number:02}T11:00"} if number % 2 else {"when": asked}
        found["injects"][f"{desk}_call"] = {"title": f"A call about {desk}", **day}
    if desk == TIMED:
        found["injects"][f"{desk}_call"] |= {
            "when": {"act": f"{desk}_hear"}, "expects": {"acts": [f"{desk}_note"], "within": A_DAY}}  # fmt: skip
    return found


def _guard(desk: str) -> Case:
    """One stop rule of each template, and a second “never unless”."""
    reply = {"never": [f"{desk}_reply"]}
    match desk:
        case "health":
            return {**reply, "evidence": "prima_facie", "of": [f"{desk}_paper"]}
        case "claim":
            return {**reply, "while": _blindly(desk)}
        case "family":
            return {"after": [f"{desk}_hear"], "do": [f"{desk}_note"], "within": A_DAY}
    return {**reply, "unless": {"fact": f"{desk}_weighed", "is": "yes"}}


def _blindly(desk: str) -> Case:
    """When the answer is noted as one that should not have been given."""
    match desk:
        case "health":
            return {"none": [{"document": f"{desk}_paper", "is": "read"}]}
        case "claim":
            return {"all": [{"fact": f"{desk}_heard", "is": "yes"}, {"fact": f"{desk}_weighed", "is": "no"}]}
    return {"fact": f"{desk}_weighed", "is": "no"}


def _acts(desk: str, about: str, asked: Case, here: Case) -> Case:
    paper, match = f"{desk}_paper", f"{desk}_match"
    due = [{"when": here, "because": "The paper has not come."}]
    rows: Case = {
        "ask": ("find_out", f"Ask {about}", 20, {"effects": [
            {"send": f"{desk}_page", "open_days": 2, "calendar": "DE", "at": "09:02"}]}),
        "remind": ("find_out", f"Write again about {desk}", 10, {"needs": [
            {"when": asked, "because": "Nobody was asked."}]}),
        "inspect": ("look", f"Look through the paper on {desk}", 15, {"needs": due, "task": "inspect",
            "document": paper, "inputs": {"marks": {"kind": "marks", "document": paper, "required": False}}}),
        "hear": ("find_out", f"Hear her about {desk}", 30, {"effects": [{"set": f"{desk}_heard", "to": "yes"}]}),
        "compare": ("look", f"Lay the files side by side: {desk}", 25, {"needs": due, "inputs": {"finding": {
            "kind": "choice", "label": "What do you find?", "options": {"same": "The same", "other": "Another"}}}}),
        "weigh": ("decide", f"Weigh {about}", 40, {"effects": [{"set": f"{desk}_weighed", "to": "yes"}], "needs": [
            {"when": {"fact": match, "is": ["same", "other"]}, "because": "Nothing has been compared."}]}),
        "note": ("decide", f"Note for the file: {desk}", 10, {"effects": [
            {"set": f"{desk}_noted", "to": "yes"}], "inputs": {"who": {
            "kind": "choice", "label": "For whom?", "options": {"team": "The team", "court": "The court"}}}}),
        "reply": ("decide", f"Answer {about}", 60, {"effects": [{"set": f"{desk}_answer", "to": "given"}]}),
    }  # fmt: skip
    acts = {
        f"{desk}_{verb}": {"group": group, "label": label, "minutes": minutes, **more,
            "rules": {"done": {"feedback": f"{label}: done."}}}
        for verb, (group, label, minutes, more) in rows.items()
    }  # fmt: skip
    for value in ("same", "other"):
        acts[f"{desk}_compare"]["rules"][value] = {
            "group": "finding", "when": {"input": "finding", "is": value}, "verdict": "sound",
            "feedback": f"Noted on {desk}: {value}.", "effects": [{"set": match, "to": value}]}  # fmt: skip
    acts[f"{desk}_reply"]["rules"]["blind"] = {
        "group": "care", "when": _blindly(desk), "verdict": "breach",
        "feedback": f"Nobody had weighed {about}.", "effects": [{"set": f"{desk}_blind", "to": "yes"}]}  # fmt: skip
    return acts


def _ending(kind: str, when: list[Case]) -> Case:
    return {"kind": kind, "title": f"Ended: {kind}", "text": f"The file is closed ({kind}).", "when": when}


def _way(desk: str) -> list[Case]:
    noted = {"act": f"{desk}_note", "inputs": {"who": "team"}}
    compared = {"act": f"{desk}_compare", "inputs": {"finding": "same"}}
    read = {"act": "read", "inputs": {"document": f"{desk}_paper"}}
    done = [{"act": f"{desk}_{verb}"} for verb in ("ask", "hear", "weigh", "reply")]
    return [done[0], read, compared, done[1], noted, *done[2:]]
