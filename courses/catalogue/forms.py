from django import forms
from django.utils.translation import gettext_lazy as _

from courses.syllabus.models import SyllabusVersion
from portal.guard.forms import GuardedCharField


class PublishForm(forms.Form):
    """Nobody may publish without saying what it means for those who are in the middle of the course."""

    impact = forms.ChoiceField(
        label=_("What kind of change is it?"),
        choices=SyllabusVersion.Impact.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Cosmetic and minor changes leave everybody's progress as it is. A material change moves unfinished "
            "learners to the new version; whoever has finished stays finished, and certificates stay valid."
        ),
    )
    note = GuardedCharField(
        label=_("What changed?"), max_length=300, required=False, place="publish_course", help_text=_("One sentence.")
    )
