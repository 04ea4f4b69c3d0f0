from django.urls import path

from courses.assessment import views

app_name = "assessment"
urlpatterns = [
    path("<uuid:seat>/", views.seat, name="seat"),
    path("<uuid:seat>/start/", views.start, name="start"),
    path("attempts/<uuid:attempt>/<int:position>/", views.question, name="question"),
    path("attempts/<uuid:attempt>/review/", views.review, name="review"),
    path("attempts/<uuid:attempt>/submit/", views.submit, name="submit"),
    path("attempts/<uuid:attempt>/result/", views.result, name="result"),
]
