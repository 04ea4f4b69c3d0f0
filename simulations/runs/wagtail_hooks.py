"""Where an administrator enters the support lines."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from simulations.runs.models import SupportLine


@register_snippet
class SupportLines(SnippetViewSet):
    model = SupportLine
    icon = "help"
    list_display = ("jurisdiction", "name", "reached_by", "hours", "locale")
