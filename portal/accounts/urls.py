from django.urls import URLPattern, path, re_path

from portal.accounts.views import invitations, welcome

app_name = "accounts"
urlpatterns: list[URLPattern] = [
    path("invitations/", invitations.invitations, name="invitations"),
    path("invitations/new/", invitations.invite, name="invite"),
    path("invitations/<uuid:uuid>/again/", invitations.send_again, name="invitation_again"),
    path("invitations/<uuid:uuid>/close/", invitations.close, name="invitation_close"),
    path("invitation/<str:token>/", welcome.invitation, name="invitation"),
    path("welcome/decline/", welcome.decline, name="decline"),
    re_path(r"^welcome/(?P<step>name|language|about|password)/$", welcome.welcome, name="welcome"),
]
