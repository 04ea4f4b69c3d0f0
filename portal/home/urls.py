from django.urls import URLPattern, path

from portal.home import views

app_name = "home"
urlpatterns: list[URLPattern] = [path("", views.index, name="index"), path("me/", views.me, name="me")]
