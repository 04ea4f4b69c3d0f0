from django.utils.translation import gettext_lazy as _

from portal.accounts.api import Erase, personal_data

personal_data(
    "scenarios.ScenarioVersion",
    user_field="published_by",
    erase=Erase.KEEP,
    reason=_("Who published a version of a case stays with it; the account behind it has no name any more."),
)
personal_data(
    "scenarios.CheckRun",
    user_field="asked_by",
    erase=Erase.KEEP,
    reason=_("Who asked for the check of a case stays with it; the account behind it has no name any more."),
)
