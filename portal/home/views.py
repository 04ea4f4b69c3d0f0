from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.core.clock import now
from portal.home import queries
from portal.home.queries import me as own_page


@login_required
def index(request: HttpRequest) -> HttpResponse:
    at = timezone.localtime(now())
    if queries.is_staff(request.user):
        return render(request, "portal/home/staff.html", {"home": queries.staff_home_of(request.user, at)})
    return render(request, "portal/home/index.html", {"home": queries.home_of(request.user, at)})


@login_required
def me(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home/me.html", {"me": own_page.me(request.user)})
