"""Public pages of the law as data: deadlines explained, agreements shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from simulations.agreements import queries
from simulations.agreements.forms import ExplainForm
from simulations.agreements.screens import explainer
from simulations.agreements.screens.explainer import out_of_tables

FIRST_QUESTION = {"agreement": "eu-serbia", "clock": "reply"}


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """A GET that keeps nothing: an answer can be linked, printed and shown to a group."""
    form = ExplainForm(request.GET or None, initial=FIRST_QUESTION)
    answer = None
    if form.is_valid():
        try:
            answer = explainer.answer(explainer.Question(**form.cleaned_data))
        except queries.NoDayTable:
            form.add_error("received", out_of_tables())
    page = {"form": form, "answer": answer}
    return render(request, "simulations/agreements/deadlines.html", page)
