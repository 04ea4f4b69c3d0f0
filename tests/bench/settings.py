"""The demo site's settings with the bare view beside the pages."""

from portal.settings.development import *

ROOT_URLCONF = "tests.bench.urls"
