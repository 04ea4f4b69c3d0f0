"""Pages of the style guide that show parts of practice cases. Development and the demo only."""

from django.urls import path

from simulations.runs.views import papers

urlpatterns = [path("", papers.specimens, name="specimens")]
