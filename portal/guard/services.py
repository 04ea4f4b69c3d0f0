"""Reading a text with a limit on patience, and remembering that something was refused but never what."""

import logging
import time

from portal.core import clock
from portal.guard.engine.findings import Level, Verdict, unchecked
from portal.guard.engine.scan import OutOfTime, scan
from portal.guard.models import GuardedModel, Incident

# Of the processor, not of the clock on the wall: a busy machine must not hold harmless texts.
SECONDS = 5.0
logger = logging.getLogger("academy.guard")


class Refused(Exception):
    """A text that may not be kept; `verdicts` has one entry for each field that caused it."""

    def __init__(self, verdicts: dict[str, Verdict]) -> None:
        super().__init__(", ".join(sorted(verdicts)))
        self.verdicts = verdicts


def check(text: str, *, lang: str = "en", allow: tuple[str, ...] = ()) -> Verdict:
    """The verdict on a text. Fails closed: an error or a slow reading is a hold, never a pass.

    All languages are read at once, because officials write in several within one sentence; `lang` is what the
    caller believes and changes nothing yet.
    """
    deadline = time.thread_time() + SECONDS
    try:
        return scan(text, allow=allow, go_on=lambda: time.thread_time() < deadline)
    except OutOfTime:
        logger.warning("guard.out_of_time", extra={"length": len(text)})
    except Exception as error:  # noqa: BLE001  (whatever went wrong, an unread text is held)
        # Its message may quote the text, so only the kind of error is written down.
        logger.error("guard.failed", extra={"error": type(error).__name__, "length": len(text)})
    return unchecked(text)


def note_incident(*, place: str, text: str, verdict: Verdict) -> None:
    """Counts that a text was refused here. The text, its parts and who wrote it are not kept."""
    if verdict.level < Level.HOLD:
        return
    Incident.objects.create(
        at=clock.now(),
        place=place,
        verdict=verdict.verdict,
        kinds=list(verdict.kinds),
        lengths=[finding.end - finding.start for finding in verdict.findings],
        text_length=len(text),
    )


def let_pass(row: GuardedModel, *, confirmed: bool = False, allow: tuple[str, ...] = ()) -> None:
    """Gives the row the verdict for its present texts, or raises Refused and leaves it as it was.

    `confirmed`: a person has looked at what the guard only warned about. Nobody can confirm a hold away.
    """
    limit = Level.WARN if confirmed else Level.PASS
    verdicts = {name: check(text, allow=allow) for name, text in row.guarded_texts().items()}
    refused = {name: verdict for name, verdict in verdicts.items() if verdict.level > limit}
    if refused:
        raise Refused(refused)
    row.guard_digest = row.text_digest()
