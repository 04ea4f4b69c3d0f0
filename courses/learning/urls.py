from django.urls import path

from courses.learning import views

app_name = "learning"
urlpatterns = [
    path("", views.my_courses, name="my_courses"),
    path("<slug:code>/", views.course, name="course"),
    path("<slug:code>/enrol/", views.enrol, name="enrol"),
    path("<slug:code>/continue/", views.resume, name="resume"),
    path("<slug:code>/<uuid:activity>/", views.activity, name="activity"),
    path("<slug:code>/<uuid:activity>/begin/", views.begin, name="begin"),
    path("<slug:code>/<uuid:activity>/done/", views.tick, name="tick"),
    path("<slug:code>/<uuid:activity>/<uuid:question>/", views.answer, name="answer"),
]
