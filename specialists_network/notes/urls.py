from django.urls import path

from specialists_network.notes import views

app_name = "notes"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.create, name="create"),
    path("<uuid:note_uuid>/", views.detail, name="detail"),
    path("<uuid:note_uuid>/proposal/", views.proposal, name="proposal"),
    path("<uuid:note_uuid>/edit/", views.edit, name="edit"),
    path("<uuid:note_uuid>/submit/", views.submit, name="submit"),
    path("<uuid:note_uuid>/take-back/", views.take_back, name="take_back"),
    path("<uuid:note_uuid>/endorse/", views.endorse, name="endorse"),
]
