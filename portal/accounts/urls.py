from django.urls import URLPattern, path, re_path
from django.views.generic import RedirectView

from portal.accounts.views import invitations, kept, language, people, profile, sessions, welcome

app_name = "accounts"
urlpatterns: list[URLPattern] = [
    path("profile/", profile.profile, name="profile"),
    path("my-data/", profile.my_data, name="my_data"),
    path("my-data/download/", profile.download, name="download"),
    path("my-data/erase/", profile.erase, name="erase"),
    path("my-data/erased/", profile.erased, name="erased"),
    path("sessions/<int:pk>/end/", sessions.end, name="session_end"),
    path("kept/", kept.kept, name="kept"),
    path("language/<str:code>/", language.switch, name="language"),
    path("people/", people.people, name="people"),
    path("people/<uuid:uuid>/", people.person, name="person"),
    path("people/<uuid:uuid>/address/", people.address, name="address"),
    path("people/<uuid:uuid>/close/", people.close_account, name="close_account"),
    path("people/<uuid:uuid>/open/", people.open_account, name="open_account"),
    path("people/<uuid:uuid>/remove-factors/", people.remove_factors, name="remove_factors"),
    path("people/<uuid:uuid>/take/<int:grant>/", people.take_role, name="take_role"),
    path("invitations/", invitations.invitations, name="invitations"),
    path("invitations/new/", invitations.invite, name="invite"),
    path("invitations/<uuid:uuid>/again/", invitations.send_again, name="invitation_again"),
    path("invitations/<uuid:uuid>/close/", invitations.close, name="invitation_close"),
    path("invitation/<str:token>/", welcome.invitation, name="invitation"),
    path("welcome/decline/", welcome.decline, name="decline"),
    re_path(r"^welcome/(?P<step>name|language|about|password)/$", welcome.welcome, name="welcome"),
    # An address is changed on the page of a person, by a coordinator; the library's own page for it stays shut.
    path("email/", RedirectView.as_view(pattern_name="accounts:profile"), name="email"),
]
