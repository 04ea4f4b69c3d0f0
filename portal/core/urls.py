from django.urls import URLPattern, path

from portal.core import views

app_name = "core"
urlpatterns: list[URLPattern] = [
    path("help/", views.help_page, name="help"),
    path("language/", views.language, name="language"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
