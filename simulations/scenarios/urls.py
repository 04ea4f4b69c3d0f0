from django.urls import URLPattern, URLResolver, path

from simulations.scenarios import views

app_name = "scenarios"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.index, name="checks"),
    path("<slug:key>/", views.case, name="check"),
    path("<slug:key>/again/", views.check_again, name="check_again"),
]
