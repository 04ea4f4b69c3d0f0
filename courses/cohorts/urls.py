from django.urls import path

from courses.cohorts import views

app_name = "cohorts"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.create, name="create"),
    path("<uuid:cohort>/", views.cohort, name="cohort"),
    path("<uuid:cohort>/people/", views.people, name="people"),
    path("<uuid:cohort>/remind/", views.remind, name="remind"),
    path("<uuid:cohort>/people/<uuid:participant>/try/", views.further_try, name="further_try"),
]
