from django.urls import path

from specialists_network.spaces import views

app_name = "spaces"
urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/admit/", views.admit, name="admit"),
]
