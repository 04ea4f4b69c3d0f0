from django.urls import URLPattern, path

from portal.core import views

app_name = "core"
urlpatterns: list[URLPattern] = [
    path("help/", views.help_page, name="help"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
