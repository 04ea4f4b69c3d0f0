"""A case small enough to hold in the head: a letter arrives, a passport is looked at, a reply is due over Easter."""

from datetime import date
from typing import Any

from simulations.engine.calendar import DayTable
from simulations.engine.reference import Mark, Reference, Value
from simulations.engine.text import Text
from simulations.runs import services as runs
from simulations.runs.models import Run
from simulations.scenarios import services as scenarios
from simulations.scenarios.models import ScenarioVersion

EASTER = {date(2026, 4, 10): "Good Friday", date(2026, 4, 13): "Easter Monday"}
WESTERN = {date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"}


def _value(name: str, text: str, number: int | None = None, unit: str = "none") -> Value:
    token = f"eu-serbia.{name}"
    return Value(token, Text({"en": text}), Mark.SOURCED, number, unit, source="S1", article="Art. 10")


REFERENCE = Reference(
    values={
        value.token: value
        for value in (
            _value("reply", "10 calendar days", 10, "calendar_days"),
            _value("extension", "up to 6 calendar days", 6, "calendar_days"),
            _value("reasons", "a refusal must give reasons"),
        )
    },
    calendars={
        "RS": DayTable("RS", date(2026, 1, 1), date(2026, 12, 31), EASTER),
        "DE": DayTable("DE", date(2026, 1, 1), date(2026, 12, 31), WESTERN),
    },
)

SMALL_CASE = """
format: 1
title: Small case
summary: A letter arrives before Easter.
level: beginner
about_minutes: 10
reference_number: 2026-0001-T
role: official
starts_at: 2026-04-02T10:40
ends_on: 2026-05-29
falls_to: forgotten
office: {calendar: RS, opens: "09:00", closes: "16:00"}
pass_percent: 50
pack: eu-serbia
requested: RS
requesting: DE
subject: ana
stages:
  received: {title: Received, reached: {date_from: 2026-04-02}}
  reply: {title: Reply, reached: {fact: replied, is: [agreed, refused]}}
calendars: [RS, DE]
briefing: {aim: Answer in time., setting: A letter has arrived., notice: Nothing violent.}
jurisdictions: {RS: Serbia, DE: Germany}
roles: {official: {name: "Requested authority, Serbia", duty: verify and reply}}
people:
  ana: {name: Ana Primer, what: person concerned, also: Ана Пример}
  germany: {name: "Requesting authority, Germany", what: answers in English}
  register: {name: Civil register, what: answers the next office day}
competencies: {D3: Procedure, D2: Identification}
particulars: {name: Name, born: Born}
facts:
  truth_born: {values: [april, august], initial: august, layer: truth, text: SECRET-TRUTH-TEXT}
  replied: {values: ["no", agreed, refused], initial: "no"}
  lapsed: {values: ["no", "yes"], initial: "no"}
  careless: {values: ["no", "yes"], initial: "no"}
documents:
  form:
    title: Application form
    kind: form
    source: germany
    at_start: true
    column: Form
    fields:
      - {key: name, label: Name, shown: FORM-NAME-SHOWN, particular: name}
      - {key: born, label: Born, shown: 08.04.1987, particular: born, true: TRUE-DATE-OF-BIRTH, odd: true}
  passport:
    title: Passport copy
    kind: passport
    source: germany
    column: Passport
    fields:
      - {key: surname, label: Surname, shown: PASSPORT-NAME-SHOWN, particular: name}
      - {key: birth, label: Date of birth, shown: 04 AUG 1987, particular: born}
    mrz: {surname: Primer, given: Ana, number: ZZ0000417, born: 1987-08-04, sex: F, expires: 2026-01-11}
messages:
  application: {from: germany, subject: Application, body: Please reply., at_start: true}
  page: {from: germany, subject: The page, body: PASSPORT-LETTER-BODY, effects: [{receive: passport}]}
acts:
  compute:
    group: look
    label: Work out the reply date
    task: compute
    deadline: reply
    minutes: 10
    inputs: {last_day: {kind: date, label: Last day for the reply}}
    rules:
      right: {when: {input: last_day, lies: within_readings, deadline: reply}, verdict: sound, feedback: On a reading.}
      wrong: {verdict: cost, feedback: Not on any reading.}
    cites: [eu-serbia.reply]
  ask_page:
    group: find_out
    label: Ask for the passport page
    sees: Goes to Germany
    minutes: 20
    effects: [{send: page, open_days: 1, calendar: DE, at: "09:02"}]
    rules: {only: {verdict: sound, feedback: They answer on their next office day.}}
  look:
    group: look
    label: Look at the passport copy
    task: inspect
    document: passport
    needs: [{when: {document: passport, is: here}, because: There is no passport copy yet.}]
    inputs:
      marks: {kind: many, label: What does not fit, required: false, options: {birth: Date of birth, surname: Surname}}
    rules: {only: {verdict: sound, feedback: You looked before deciding.}}
  more_time:
    group: decide
    label: Ask for more time
    minutes: 10
    effects: [{extend: reply}]
    rules: {only: {verdict: sound, feedback: The limit is longer now.}}
  refuse:
    group: decide
    label: "Reply: refused, with reasons"
    detail: "Reasons are required: [[eu-serbia.reasons]]."
    minutes: 60
    inputs:
      ground: {kind: choice, label: Ground, options: {not_ours: Not our national, doubt: Identity in doubt}}
      reasons: {kind: text, label: Your reasons, hint: Four lines are enough., required: false, least_words: 3}
    effects: [{set: replied, to: refused}, {stop: reply}]
    also: Ask for the page first.
    cites: [eu-serbia.reasons]
    rules:
      only: {verdict: cost, feedback: The reply left the office.}
      bare: {group: care, when: {input: reasons, given: false}, effects: [{set: careless, to: "yes"}]}
  agree:
    group: decide
    label: "Reply: agreed"
    minutes: 60
    effects: [{set: replied, to: agreed}, {stop: reply}]
    rules:
      only: {when: {fact: truth_born, is: [april, august]}, verdict: sound, feedback: The reply left in time.}
      blind: {group: care, when: {none: [{document: passport, is: inspected}]}, effects: [{set: careless, to: "yes"}]}
deadlines:
  reply:
    title: Reply to the application
    value: eu-serbia.reply
    extension: eu-serbia.extension
    requested: RS
    requesting: DE
    starts_at_begin: true
    on_expiry: [{set: lapsed, to: "yes"}]
    cites: [eu-serbia.reply]
safeguards:
  identity:
    title: Identity before agreement
    never: agree
    unless: {document: passport, is: inspected}
    kept: You looked first.
    breached: You agreed without looking.
    untested: Nothing was agreed.
    cites: [eu-serbia.reply]
    competency: D2
  reasons:
    title: A refusal says why
    never: refuse
    unless: {input: reasons, given: true}
    kept: Your refusal gave reasons.
    breached: A refusal without reasons.
    untested: Nothing was refused.
    cites: [eu-serbia.reasons]
    competency: D3
rubric:
  looked: {title: Looked at the page, competency: D2, points: 10, on: [look]}
  counted:
    {title: Worked out the date, competency: D3, points: 5, on: [compute],
     when: {input: last_day, lies: within_readings, deadline: reply}, cites: [eu-serbia.reply]}
endings:
  answered:
    kind: pass
    title: Answered
    text: A reply left the office.
    when: [{fact: replied, is: [agreed, refused]}, {fact: careless, is: "no"}]
  careless: {kind: fail, title: Careless, text: Without care., when: {fact: careless, is: "yes"}}
  deemed: {kind: neutral, title: Silence decided, text: Nobody answered., when: {fact: lapsed, is: "yes"}}
  forgotten: {kind: fail, title: Forgotten, text: The file was forgotten.}
questions: [Whose finding did you need?, One thing I will do this week]
models:
  straight:
    - {act: ask_page}
    - {act: look, inputs: {marks: [birth]}}
    - {act: agree}
"""


def publish(key: str = "small-case", raw: str = SMALL_CASE) -> ScenarioVersion:
    return scenarios.publish_scenario(key=key, raw=raw, reference=REFERENCE)


class Player:
    """Plays like a browser with one tab: knows the last page it saw."""

    def __init__(self, user: Any, key: str = "small-case", context: dict[str, Any] | None = None) -> None:
        self.user = user
        self.run = runs.start_run(user=user, scenario_key=key, context=context)
        self.clicks = 0

    @classmethod
    def at(cls, run: Run, user: Any) -> "Player":
        """Goes on with a run that is there already."""
        player = cls.__new__(cls)
        player.user, player.run, player.clicks = user, run, 0
        return player

    @property
    def fresh(self) -> Run:
        self.run = Run.objects.select_related("version").get(pk=self.run.pk)
        return self.run

    def _way(self) -> dict[str, Any]:
        self.clicks += 1
        seen = self.fresh.seq
        return {
            "user": self.user,
            "run_uuid": self.run.uuid,
            "expected_seq": seen,
            "client_key": f"click-{self.clicks}",
        }

    def act(self, act: str, **inputs: Any) -> "Player":
        runs.take_act(act=act, inputs=inputs, **self._way())
        return self

    def end_day(self) -> "Player":
        runs.end_day(**self._way())
        return self

    def wait(self) -> "Player":
        runs.wait(**self._way())
        return self
