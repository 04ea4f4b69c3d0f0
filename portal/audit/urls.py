from django.urls import URLPattern, path

from portal.audit import views

app_name = "audit"
urlpatterns: list[URLPattern] = [path("", views.trail, name="trail")]
