"""What a trainer may send."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from courses.cohorts import queries
from courses.cohorts.engine.pasting import MOST_LINES, CheckedLine, Verdict
from courses.cohorts.models import Cohort
from courses.learning.api import course_titles
from portal.accounts.models import Jurisdiction
from portal.core.forms import DayMonthYearField, GovukForm, languages_listed
from portal.guard.forms import GuardedCharField

LONGEST_PASTE = 60_000


class CohortForm(GovukForm):
    course = forms.ChoiceField(label=_("Course"))
    name = GuardedCharField(
        place="cohort.name", label=_("Name of the cohort"), max_length=160, help_text=_("As participants will read it.")
    )
    starts = DayMonthYearField(label=_("First day"))
    ends = DayMonthYearField(label=_("Last day"))
    due = DayMonthYearField(label=_("Course to be completed by"))
    place = GuardedCharField(
        place="cohort.place",
        label=_("Place"),
        max_length=160,
        required=False,
        help_text=_("Where you meet, if you do."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=settings.LANGUAGES,
        initial=["en"],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    jurisdiction = forms.ModelChoiceField(
        label=_("Whose officials"),
        queryset=Jurisdiction.objects.none(),
        required=False,
        empty_label=_("Several: a regional cohort"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = course_titles()
        self.fields["course"].choices = list(titles.items())  # type: ignore[attr-defined]
        self.fields["jurisdiction"].queryset = _places()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts, ends, due = (cleaned.get(name) for name in ("starts", "ends", "due"))
        if starts and ends and ends < starts:
            self.add_error("ends", _("The last day cannot lie before the first day."))
        if starts and due and due < starts:
            self.add_error("due", _("The course cannot be due before the first day."))
        if cleaned.get("course") and cleaned.get("name") and self._name_is_taken(cleaned):
            self.add_error("name", _("This course has a cohort of this name already. Choose another name."))
        return cleaned

    def _name_is_taken(self, cleaned: dict[str, Any]) -> bool:
        return Cohort.objects.filter(course__code=cleaned["course"], name=cleaned["name"]).exists()


class PasteForm(GovukForm):
    """Lines are read by the server at each step, so what is sent at last is what was checked last."""

    lines = forms.CharField(
        label=_("One person a line"),
        help_text=_(
            "E-mail, and for people without an account also name, institution and, if you like, language, "
            "as copied from a table."
        ),
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        max_length=LONGEST_PASTE,
        error_messages={
            "required": _("Paste at least one line."),
            "max_length": _("This is too much at once. Paste at most 200 lines."),
        },
    )
    jurisdiction = forms.ModelChoiceField(
        label=_("Where people without an account come from"),
        queryset=Jurisdiction.objects.none(),
        required=False,
        empty_label=_("Choose"),
    )
    locale = forms.ChoiceField(label=_("Language of their invitation"), choices=languages_listed)

    def __init__(self, *args: Any, cohort: Cohort, **kwargs: Any) -> None:
        initial = {"jurisdiction": cohort.jurisdiction_id, "locale": next(iter(cohort.languages), "en")}
        super().__init__(*args, initial=initial, **kwargs)
        self.cohort = cohort
        self.checked: tuple[CheckedLine, ...] = ()
        self.fields["jurisdiction"].queryset = _places()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "lines" not in cleaned:
            return cleaned
        self.checked = queries.check_pasted(cleaned["lines"], cohort=self.cohort)
        if len(self.checked) > MOST_LINES:
            self.add_error("lines", _("This is too much at once. Paste at most 200 lines."))
        elif self.to_mend:
            self.add_error("lines", _("Mend the marked lines, or take them out."))
        if self.new and not cleaned.get("jurisdiction"):
            self.add_error("jurisdiction", _("Choose where the people without an account come from."))
        return cleaned

    @property
    def to_mend(self) -> tuple[CheckedLine, ...]:
        return tuple(each for each in self.checked if each.must_be_mended)

    @property
    def new(self) -> tuple[CheckedLine, ...]:
        return tuple(each for each in self.checked if each.verdict is Verdict.NEW)

    @property
    def found(self) -> tuple[CheckedLine, ...]:
        return tuple(each for each in self.checked if each.verdict is Verdict.FOUND)


def _places() -> Any:
    """Institutions send people, so countries of origin are not offered."""
    return Jurisdiction.objects.exclude(kind=Jurisdiction.Kind.ORIGIN).order_by("-kind", "name")
