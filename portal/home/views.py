from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.core.clock import now
from portal.home import queries
from portal.home.queries import me as own_page


@login_required
def index(request: HttpRequest) -> HttpResponse:
    home = queries.home_of(request.user, timezone.localtime(now()))
    return render(request, "portal/home/staff.html" if home.is_staff else "portal/home/index.html", {"home": home})


@login_required
def me(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home/me.html", {"me": own_page.me(request.user)})
