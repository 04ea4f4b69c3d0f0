from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.core.health import healthz, readyz
from portal.core.media import picture
from portal.core.views import admin_door, styleguide

handler400 = "portal.core.views.bad_request"
urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    # Wagtail's own doors know neither the second factor nor the limit on attempts.
    path("admin/login/", admin_door),
    re_path("^admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", picture, name="picture"),
    # Printed on paper, so without a language.
    path("c/", include("courses.certificates.public_urls")),
]

if settings.DEMO:
    urlpatterns.append(path("styleguide/", styleguide, name="styleguide"))
    urlpatterns.append(path("styleguide/papers/", include("simulations.runs.guide_urls")))

urlpatterns += i18n_patterns(
    path("", include("portal.home.urls")),
    path("", include("portal.core.urls")),
    path("account/outbox/", include("portal.notify.urls")),
    path("audit/", include("portal.audit.urls")),
    path("account/", include("portal.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("guard/", include("portal.guard.urls")),
    path("cases/checks/", include("simulations.scenarios.urls")),
    path("cases/", include("simulations.runs.urls")),
    path("law/", include("simulations.agreements.urls")),
    path("learn/", include("courses.learning.urls")),
    path("tests/", include("courses.assessment.urls")),
    path("cohorts/", include("courses.cohorts.urls")),
    path("certificates/", include("courses.certificates.urls")),
    path("courses/", include("courses.catalogue.urls")),
    path("network/", include("specialists_network.today.urls")),
    path("network/", include("specialists_network.spaces.urls")),
    path("network/notes/", include("specialists_network.notes.urls")),
    path("network/threads/", include("specialists_network.forum.urls")),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login")),
    path("", include(wagtail_urls)),
)
