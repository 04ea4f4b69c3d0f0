from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.notify import queries


def outbox(request: HttpRequest) -> HttpResponse:
    """The demo has no mail server, so its mails are read here. Elsewhere the page does not exist."""
    if not settings.DEMO:
        raise Http404
    here = f"{request.scheme}://{request.get_host()}"
    mails = queries.newest()
    for mail in mails:
        # Links were written for the configured address; in a demo the port may be another one.
        mail.body = mail.body.replace(settings.BASE_URL.rstrip("/"), here)
    return render(request, "portal/notify/outbox.html", {"mails": mails})
