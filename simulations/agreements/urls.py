from django.urls import URLPattern, URLResolver, path

from simulations.agreements import endpoints
from simulations.agreements.views import pages, signing

app_name = "agreements"
urlpatterns: list[URLPattern | URLResolver] = [
    path("deadlines/", pages.deadlines, name="deadlines"),
    path("agreements/", pages.agreements, name="index"),
    path("agreements/<slug:key>/", pages.agreement, name="pack"),
    path("agreements/<slug:key>/<slug:name>/confirm/", signing.confirm_value, name="confirm_value"),
    path("agreements/<slug:key>/<slug:name>/take-back/", signing.take_back_value, name="take_back_value"),
    path("calendars/", pages.calendars, name="calendars"),
    path("calendars/<slug:key>/", pages.calendar, name="calendar"),
    path("calendars/<slug:key>/<int:year>/confirm/", signing.confirm_days, name="confirm_days"),
    path("calendars/<slug:key>/<int:year>/take-back/", signing.take_back_days, name="take_back_days"),
    path("deadlines.json", endpoints.deadline, name="deadline_json"),
]
