"""What the style guide shows: each component once, with invented words. Development and tests only."""

import datetime
from typing import Any

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

from portal.core.forms import DayMonthYearField, GovukForm, Hinted

MONTH = [
    [(1, "off"), (2, "off"), (3, "off"), (4, "start", "received"), (5, "run"), (6, "run"), (7, "run")],
    [(8, "run"), (9, "run"), (10, "run"), (11, "run"), (12, "run"), (13, "run"), (14, "due", "reply due")],
    [(15, "ext"), (16, "ext"), (17, "ext"), (18, "ext"), (19, "ext"), (20, "ext", "longest extension"), (21, "off")],
]
MRZ = ["P<UTOTESTOV<<PRIMER<<<<<<<<<<<<<<<<<<<<<<<<<", "ZZ00000170UTO9001011M3012316<<<<<<<<<<<<<<8"]


class ReceiptForm(GovukForm):
    place = forms.CharField(label="Place of the stamp", help_text="As on the receipt stamp")
    received = DayMonthYearField(label="Date of receipt", help_text="Day, month and year, such as 4 3 2027")
    agreement = forms.ChoiceField(
        label="Agreement", choices=[("", "Choose"), ("rs", "EU and Serbia, 2007"), ("al", "EU and Albania, 2005")]
    )
    route = forms.ChoiceField(
        label="How it came",
        widget=forms.RadioSelect,
        choices=[("post", Hinted("By post", "A stamp on the envelope is not the receipt")), ("mail", "By e-mail")],
    )
    enclosed = forms.MultipleChoiceField(
        label="What is enclosed",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("form", "The request form"), ("copy", "A copy of a document")],
    )
    remark = forms.CharField(label="Remark", required=False, widget=forms.Textarea)
    read = forms.BooleanField(label="I have read the whole file")


def _calendar() -> dict[str, Any]:
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return {
        "caption": "March 2027",
        "weekdays": [(name[:2], name) for name in names],
        "weeks": [[dict(zip(("number", "kind", "word"), day, strict=False)) for day in week] for week in MONTH],
        "legend": [
            ("start", "received"),
            ("run", "calendar days"),
            ("due", "reply due"),
            ("ext", "longest extension"),
        ],
        "text": "The days run from the day after receipt. A granted extension follows the first days.",
    }


def samples() -> dict[str, Any]:
    return {
        "messages": [
            Message(constants.SUCCESS, "Your answers are stored. You can close this page."),
            Message(constants.INFO, "The next training day has 6 places left."),
            Message(constants.WARNING, "Two participants have not opened their invitation."),
            Message(constants.ERROR, "The line broke. Nothing was changed; try again."),
        ],
        "steps": [
            {
                "title": "1. What an agreement does, and what it does not",
                "url": "#x",
                "hint": "10 min · 58 KB",
                "state": "Done",
                "kind": "done",
            },
            {
                "title": "2. Who is covered",
                "url": "#x",
                "hint": "20 min · 71 KB",
                "state": "In progress",
                "kind": "progress",
                "is_here": True,
            },
            {
                "title": "Final test",
                "url": None,
                "hint": "12 questions · opens when all lessons are done",
                "state": "Opens later",
                "kind": "locked",
            },
        ],
        "covers": ["bridge", "evidence", "clock", "family", "talk", "dignity", "data", "papers"],
        "course_meta": ["3 h", "6 languages", "Level B"],
        "dates": [
            {"date": datetime.date(2026, 12, 11), "title": "Readmission basics", "text": "Lessons and test due"},
            {
                "date": datetime.date(2027, 1, 14),
                "title": "Training day",
                "text": "Sarajevo, 9:00 to 16:00",
                "url": "#x",
            },
        ],
        "tabs": [
            {"label": "Open cases", "url": "#x", "is_current": True},
            {"label": "On hold", "url": "#x"},
            {"label": "Closed", "url": "#x"},
        ],
        "table_head": ["Lesson", "Time", "State"],
        "table_rows": [["Who is covered", "20 min", "Done"], ["Which agreement applies", "15 min", "Not started"]],
        "events": [
            {
                "when": "Thu 4 March 2027",
                "what": "Application received",
                "text": "The reply clock starts.",
                "kind": "done",
            },
            {"when": "Sun 14 March 2027", "what": "Reply due", "kind": "now"},
            {"when": "Mon 15 March 2027", "what": "Hold: asylum application", "kind": "hold"},
            {"when": "later", "what": "Transfer"},
        ],
        "facts": [("Procedure", "Standard"), ("Category", "Third-country national"), ("Evidence", "3 documents")],
        "summary": [
            {"key": "Certifies", "value": "Readmission basics"},
            {"key": "Language", "value": "English", "url": "#x", "action": "Change"},
        ],
        "calendar": _calendar(),
        "specimen": [("Name", "TESTOV, PRIMER"), ("State", "UTO"), ("Valid until", "31 Dec 2030")],
        "mrz": MRZ,
        "case": [
            "Nadir Sol is 41 and comes from Utopia. For three years he baked bread with a residence permit.",
            "On Friday the file still lies open on a desk. Nobody has replied, nobody has refused.",
        ],
        "answers": [
            {"value": "a", "label": "Saturday 13 March 2027"},
            {"value": "b", "label": "Sunday 14 March 2027", "mark": "right"},
            {"value": "c", "label": "Thursday 18 March 2027", "mark": "mine", "is_chosen": True},
        ],
        "dots": ["done", "done", "done", "here", *[""] * 8],
        "words": [
            {
                "what": "Choose the agreement",
                "say": "You chose the right agreement each time.",
                "tag": "Secure",
                "tag_kind": "ok",
                "count": "3 of 3 right",
            },
            {
                "what": "Sort evidence",
                "say": "Look again at documents that have lost their validity.",
                "tag": "Growing",
                "tag_kind": "warn",
                "count": "2 of 3 right",
            },
        ],
        "checked_on": datetime.date(2026, 11, 22),
        "form": ReceiptForm(prefix="new"),
        "refused": ReceiptForm({"old-place": "", "old-received_day": "31", "old-received_month": "2"}, prefix="old"),
        "trail": [("Home", "#x"), ("Courses", "#x")],
    }
