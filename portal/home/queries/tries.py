"""The card of a test that was begun: what is possible now, and from when a further try."""

from typing import TypedDict

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from courses.learning.api import NextStep, Tries
from portal.core.dates import spelled


class Said(TypedDict, total=False):
    text: str
    url: str
    action: str
    second: str
    second_url: str


def said_of(step: NextStep, tries: Tries) -> Said:
    feedback = Said(url=tries.result_url, action=_("Read the feedback"))
    lessons = Said(second=_("Look again at the lessons"), second_url=step.course_url)
    if tries.is_open:
        return Said(
            text=_("You have begun the test, and every answer is kept. Go on where you were."),
            action=_("Continue the test"),
        )
    if not tries.left:
        text = _("You have used all tries. Speak with your trainer, who can open a further try for you.")
        return {**feedback, **lessons, "text": text}
    if tries.opens_at:
        opens = localtime(tries.opens_at)
        text = _("The next try opens on %(day)s at %(time)s. Until then read the feedback to your last try.") % {
            "day": spelled(opens, "l j F Y"),
            "time": date_format(opens, "H:i"),
        }
        return {**feedback, **lessons, "text": text}
    return Said(
        text=_(
            "Your last try was not yet enough. A further try is open to you now; every answer is saved as you give it."
        ),
        second=_("Read the feedback"),
        second_url=tries.result_url,
    )
