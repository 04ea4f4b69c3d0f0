from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from portal.accounts import keeping
from portal.accounts.views.requests import PersonRequest
from portal.core.written import written


@login_required
@never_cache
def kept(request: PersonRequest) -> HttpResponse:
    """What was typed before the session ended: shown, to be sent now or dropped. The address it goes to judges anew."""
    found = keeping.kept(request)
    if request.method == "POST":
        keeping.drop(request)
    if request.method == "POST" or found is None:
        return redirect("home:index")
    context = {"kept": found, "written": written(found["typed"])}
    return render(request, "portal/accounts/kept.html", context)
