from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def greeting(name: str, at: datetime) -> str:
    first = name.split(" ")[0]
    if at.hour < 11:
        return _("Good morning, %(name)s") % {"name": first}
    if at.hour < 18:
        return _("Good afternoon, %(name)s") % {"name": first}
    return _("Good evening, %(name)s") % {"name": first}


def duration(minutes: int) -> str:
    if minutes < 60:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    if minutes % 60 == 0:
        return _("%(hours)s h") % {"hours": minutes // 60}
    return _("%(hours)s h %(minutes)s") % {"hours": minutes // 60, "minutes": minutes % 60}


def until(day: date, today: date) -> str:
    days = (day - today).days
    if days < 0:
        return ngettext("was due %(n)s day ago", "was due %(n)s days ago", -days) % {"n": -days}
    if days == 0:
        return _("due today")
    return ngettext("due in %(n)s day", "due in %(n)s days", days) % {"n": days}
