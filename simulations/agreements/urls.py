from django.urls import URLPattern, URLResolver, path

from simulations.agreements import endpoints, views

app_name = "agreements"
urlpatterns: list[URLPattern | URLResolver] = [
    path("deadlines/", views.deadlines, name="deadlines"),
    path("agreements/", views.agreements, name="index"),
    path("agreements/<slug:key>/", views.agreement, name="pack"),
    path("calendars/", views.calendars, name="calendars"),
    path("calendars/<slug:key>/", views.calendar, name="calendar"),
    path("calendars/<slug:key>/<int:year>/confirm/", views.confirm, name="confirm"),
    path("calendars/<slug:key>/<int:year>/take-back/", views.take_back, name="take_back"),
    path("deadlines.json", endpoints.deadline, name="deadline_json"),
]
