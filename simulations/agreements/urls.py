from django.urls import URLPattern, URLResolver, path

from simulations.agreements import endpoints, views

app_name = "agreements"
urlpatterns: list[URLPattern | URLResolver] = [
    path("deadlines/", views.deadlines, name="deadlines"),
    path("deadlines.json", endpoints.deadline, name="deadline_json"),
]
