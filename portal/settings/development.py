"""On one's own machine. The demo site runs with these settings too."""

from portal.settings.base import *

SECRET_KEY = env.str("SECRET_KEY", "development-only-not-a-secret-" + "x" * 32)
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
STAFF_MFA_REQUIRED = env.bool("STAFF_MFA_REQUIRED", False)
# Shows the banner, the outbox page and the style guide; production refuses it.
DEMO = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Mails are read on the outbox page; printing them would bury what the worker says.
if not env.str("EMAIL_URL", ""):
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
