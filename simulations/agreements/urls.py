from django.urls import URLPattern, URLResolver, path

from simulations.agreements import endpoints, views

app_name = "agreements"
urlpatterns: list[URLPattern | URLResolver] = [
    path("deadlines/", views.deadlines, name="deadlines"),
    path("agreements/", views.agreements, name="index"),
    path("agreements/<slug:key>/", views.agreement, name="pack"),
    path("deadlines.json", endpoints.deadline, name="deadline_json"),
]
