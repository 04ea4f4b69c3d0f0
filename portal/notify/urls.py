from django.urls import URLPattern, path

from portal.notify import views

app_name = "notify"
urlpatterns: list[URLPattern] = [path("", views.outbox, name="outbox")]
