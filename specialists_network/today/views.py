from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.core import clock
from portal.search.api import read_question
from specialists_network.forum.api import LookForm
from specialists_network.spaces.api import MemberRequest, members_only
from specialists_network.today import queries

KINDS = frozenset({"note", "question"})


@require_GET
@members_only
def index(request: MemberRequest) -> HttpResponse:
    context = {
        "today": queries.today(request.member),
        "now": clock.now(),
        "form": LookForm(),
        "section": "today",
    }
    return render(request, "specialists_network/today/index.html", context)


@require_GET
@members_only
def search(request: MemberRequest) -> HttpResponse:
    question = read_question(request.GET.get("q", ""))
    kinds = frozenset(request.GET.getlist("kind")) & KINDS or KINDS
    context = {
        "results": queries.search(request.member, question, kinds),
        "question": question,
        "kinds": kinds,
        "was_asked": "q" in request.GET,
        "today": clock.now().date(),
        "section": "search",
    }
    return render(request, "specialists_network/today/search.html", context)
