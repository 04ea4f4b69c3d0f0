from wagtail.models import Page


class GuardedPage(Page):
    """A page whose revisions all pass `clean`, whether an author saves, a translation arrives or code writes."""

    class Meta:
        abstract = True
