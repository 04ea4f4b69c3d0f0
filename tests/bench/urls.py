"""The site with one more address: the bare view that every ratio is taken from (decision 38)."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal.urls import urlpatterns as site


def bare(request: HttpRequest) -> HttpResponse:
    """All of the middleware, the session and the user, and nothing else."""
    return HttpResponse(f"{request.user.pk} {len(request.session.keys())}")


urlpatterns = [*i18n_patterns(path("bare/", bare)), *site]
