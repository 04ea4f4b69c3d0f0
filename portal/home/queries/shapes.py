"""What the home page shows, as plain values; the rooms' own values are turned into these beside here."""

from dataclasses import dataclass
from datetime import date, datetime

from courses.learning.api import MyCourse


@dataclass(frozen=True)
class NextStep:
    """The one obvious next thing."""

    kicker: str
    title: str
    text: str
    url: str
    action: str
    lang: str = ""
    done: int = 0
    total: int = 0
    meter: str = ""
    second: str = ""
    second_url: str = ""


@dataclass(frozen=True)
class CaseCard:
    title: str
    text: str
    url: str
    action: str
    facts: tuple[tuple[str, str], ...] = ()
    state: str = ""
    state_kind: str = ""
    lang: str = ""


@dataclass(frozen=True)
class DateItem:
    date: date
    title: str
    text: str
    url: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Need:
    """Somebody or something that waits for a trainer or a coordinator: an exception, never a list of everybody."""

    title: str
    text: str
    url: str
    action: str


@dataclass(frozen=True)
class Home:
    greeting: str
    today: datetime
    next_step: NextStep
    case: CaseCard | None
    dates: tuple[DateItem, ...]
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class StaffHome:
    greeting: str
    today: datetime
    needs: tuple[Need, ...]
    dates: tuple[DateItem, ...]
    courses: tuple[MyCourse, ...]
    places: tuple[tuple[str, str], ...]
