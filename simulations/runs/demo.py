"""Runs of the demo's people: one that ended and can be talked about, others in the middle; texts for a trainer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from portal.accounts.demo import cast
from simulations.engine.scenario import Scenario
from simulations.runs import queries, services
from simulations.runs.models import Run, SupportLine

if TYPE_CHECKING:
    from portal.accounts.models import User

CASE = "easter_clock"
# A way that was written down counts on answers that come when they are due.
USUAL = {"germany": "prompt", "consulate": "prompt"}
SUPPORT = {"name": "Support line of the demo", "reached_by": "support@example.org", "hours": "8 to 20 (invented)"}
IN_ALBANIAN = {"name": "Linja e mbështetjes e demos", "hours": "8 deri 20 (e shpikur)", "locale": "sq"}
SUPPORT_IN = {"AL": SUPPORT | IN_ALBANIAN, "XK": SUPPORT | IN_ALBANIAN}
END_DAY, WAIT = "end_day", "wait"
FILL = "fill_travel_form"
Path = tuple[tuple[str, dict[str, Any]], ...]

# Counts working days at first, searches with the unchecked date, and sees it in time after all.
FINISHED: Path = (
    ("open:form", {}),
    ("register_receipt", {}),
    ("work_out_deadline", {"due": "2026-04-20"}),
    ("work_out_deadline", {"due": "2026-04-14"}),
    ("check_form", {"findings": ["page"]}),
    ("ask_for_page", {}),
    ("search_register", {"data": ["name", "birth_date"], "date_from": "form"}),
    (WAIT, {}),
    ("open:record_one", {}),
    (WAIT, {}),
    ("open:passport_copy", {}),
    ("inspect_passport", {"marks": ["birth:differs", "expires:expired"]}),
    ("search_register", {"data": ["name", "birth_date"], "date_from": "passport"}),
    ("ask_supervisor", {"question": "times"}),
    (WAIT, {}),
    (END_DAY, {}),
    (WAIT, {}),
    ("open:record_two", {}),
    (
        "compare_identity",
        {
            "findings": {
                "surname": "same",
                "given_name": "same",
                "birth_date": "differs",
                "birth_place": "cannot_tell",
            }
        },
    ),
    ("correct_record", {}),
    ("reply_agreed", {"record": "second"}),
    ("ask_protection_check", {}),
    (FILL, {}),
    ("order_travel_document", {"record": "second"}),
    (END_DAY, {}),
    (END_DAY, {}),
    (END_DAY, {}),
    (END_DAY, {}),  # one more than a prompt consular section needs
    ("agree_transfer", {"day": "2026-05-05"}),
    (WAIT, {}),
    ("brief_reception", {"tell": ["arrival", "wish"]}),
    ("close_file", {}),
)
HALF_WAY = FINISHED[:11]
COMPARED = 1 + [act for act, _ in FINISHED].index("compare_identity")
NOTE = (
    "Form, passport page and register record were compared. Names agree in both scripts. "
    "Day and month of birth are swapped on the form; the page and the second record agree. "
    "The first record is of another man and was put aside."
)
SHORT_NOTE = (
    "The man is ours. I compared his passport with the register and the second record fits. "
    "The date in the form is simply wrong, so I took the other one."
)
NOTED: Path = (*FINISHED[:COMPARED], ("note_identity", {"words": NOTE}), *FINISHED[COMPARED:])
# Stops where a trainer has something to read.
AT_THE_NOTE: Path = (*FINISHED[:COMPARED], ("note_identity", {"words": SHORT_NOTE}))
MET = (0, 2, 3)
COMMENT = "Clear and short. Give the two dates themselves, so that nobody has to look them up."
# Agrees before anybody laid the sources side by side.
TOO_QUICK: Path = (("reply_agreed", {"record": "form"}), (WAIT, {}))
PATHS = {"passed": FINISHED, "in_progress": AT_THE_NOTE, "failed": TOO_QUICK}


def build() -> None:
    """Done once: a learner who has a run keeps it."""
    learner = cast().get("learner")
    for code in {user.institution.jurisdiction_id for user in cast().values() if user.institution}:
        SupportLine.objects.get_or_create(jurisdiction_id=code, defaults=SUPPORT_IN.get(code, SUPPORT))
    if learner is None or queries.runs_of(learner).filter(version__key=CASE).exists():
        return
    play(learner, NOTED)
    play(learner, HALF_WAY)
    if trainer := cast().get("trainer"):
        _judge(learner, by=trainer)


def _judge(learner: User, *, by: User) -> None:
    """What the learner wrote has come back; what others wrote waits. A trainer without a cohort has nothing to read."""
    for work in queries.works_for(by).filter(text__seat__user=learner, judged_at=None):
        services.judge(by=by, work_id=work.pk, met=MET, comment=COMMENT)


def play(user: User, path: Path, context: Mapping[str, Any] | None = None) -> Run:
    """A run by the same services as a browser, one click after another."""
    run = services.start_run(user=user, scenario_key=CASE, context=context, styles=USUAL)
    for number, (act, inputs) in enumerate(path):
        if act.startswith("open:"):
            services.open_document(user=user, run_uuid=run.uuid, document=act.removeprefix("open:"))
            continue
        seen = queries.runs_of(user).get(pk=run.pk).seq
        click: dict[str, Any] = {"expected_seq": seen, "client_key": f"demo-{number}"}
        if act == END_DAY:
            services.end_day(user=user, run_uuid=run.uuid, **click)
        elif act == WAIT:
            services.wait(user=user, run_uuid=run.uuid, **click)
        else:
            given = {"application": _from_the_file(queries.scenario_of(run))} if act == FILL else inputs
            services.take_act(user=user, run_uuid=run.uuid, act=act, inputs=given, **click)
    return queries.runs_of(user).get(pk=run.pk)


def _from_the_file(case: Scenario) -> dict[str, str]:
    """The form for the travel document of the man this run has drawn."""
    return {key: field.fits[0] for key, field in case.forms["travel_document"].fields.items() if field.fits}
