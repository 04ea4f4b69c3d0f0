from django.urls import path

from courses.certificates import views

app_name = "certificates"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("check/", views.check, name="check"),
    path("<str:serial>.pdf", views.paper, name="paper"),
    path("<str:serial>/withdraw/", views.withdraw, name="withdraw"),
]
