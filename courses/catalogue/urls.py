from django.urls import path

from courses.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:code>/", views.course, name="course"),
]
