from django.urls import URLPattern, URLResolver, path

from simulations.runs.views import acts, cases, clocks, debrief, judging, papers, passing, unfinished, workspace

app_name = "runs"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", cases.index, name="index"),
    path("drills/when-due/", clocks.drill, name="drill"),
    path("texts/", judging.texts, name="texts"),
    path("texts/<int:work_id>/", judging.text, name="text"),
    path("runs/<uuid:run_uuid>/", workspace.workspace, name="workspace"),
    path("runs/<uuid:run_uuid>/note/", workspace.keep_note, name="note"),
    path("runs/<uuid:run_uuid>/acts/<slug:key>/", acts.act, name="act"),
    path("runs/<uuid:run_uuid>/acts/<slug:key>/draft/", unfinished.draft, name="draft"),
    path("runs/<uuid:run_uuid>/acts/<slug:key>/sent/", acts.sent, name="sent"),
    path("runs/<uuid:run_uuid>/end-day/", passing.end_day, name="end_day"),
    path("runs/<uuid:run_uuid>/wait/", passing.wait, name="wait"),
    path("runs/<uuid:run_uuid>/papers/<slug:key>/", papers.document, name="document"),
    path("runs/<uuid:run_uuid>/papers/<slug:key>/large/", papers.large, name="large"),
    path("runs/<uuid:run_uuid>/clocks/<slug:key>/", clocks.clock, name="clock"),
    path("runs/<uuid:run_uuid>/debrief/", debrief.debrief, name="debrief"),
    path("runs/<uuid:run_uuid>/debrief.pdf", debrief.paper, name="debrief_paper"),
    path("runs/<uuid:run_uuid>/debrief/keep/", debrief.keep, name="reflect"),
    path("runs/<uuid:run_uuid>/fork/", debrief.fork, name="fork"),
    path("<slug:key>/", cases.briefing, name="briefing"),
    path("<slug:key>/start/", cases.start, name="start"),
]
