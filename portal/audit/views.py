from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from portal.audit import queries


@login_required
def trail(request: HttpRequest) -> HttpResponse:
    """For administrators: the permission is derived from their role on the floor above."""
    if not request.user.has_perm("audit.view_entry"):
        raise Http404
    chosen = {name: _short(request.GET.get(name, "")) for name in ("actor", "target")}
    chosen = {name: value for name, value in chosen.items() if value}
    lines, page = queries.lines(before=request.GET.get("before"), **chosen)
    older = f"?{urlencode({**chosen, 'before': str(page.older)})}" if page.older else None
    newest = None if page.is_first else f"?{urlencode(chosen)}"
    context = {"lines": lines, "older": older, "newest": newest, "chosen": chosen}
    return render(request, "portal/audit/trail.html", context)


def _short(value: str) -> str:
    return value.replace("\x00", "")[:120]
