from django.urls import path

from specialists_network.forum import views

app_name = "forum"
urlpatterns = [
    path("", views.index, name="index"),
    path("ask/", views.ask, name="ask"),
    path("look/", views.look, name="look"),
    path("all-read/", views.mark_all_read, name="mark_all_read"),
    path("<uuid:thread_uuid>/", views.thread, name="thread"),
    path("<uuid:thread_uuid>/reply/", views.reply, name="reply"),
    path("<uuid:thread_uuid>/<int:seq>/correct/", views.correct, name="correct"),
    path("<uuid:thread_uuid>/<int:seq>/accept/", views.accept, name="accept"),
]
