from django.urls import path

from specialists_network.today import views

app_name = "today"
urlpatterns = [
    path("", views.index, name="index"),
    path("search/", views.search, name="search"),
]
