"""The address printed on paper: without a language, so that it is short and stands for as long as the paper."""

from django.urls import path

from courses.certificates import views

app_name = "certificate_check"
urlpatterns = [
    path("", views.check, name="form"),
    path("<str:serial>/", views.result, name="result"),
]
