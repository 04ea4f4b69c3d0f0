"""Production refuses to start with unsafe values and says which."""

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *
from portal.settings.safety import unsafe_values

DEMO = False
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
STAFF_MFA_REQUIRED = env.bool("STAFF_MFA_REQUIRED", True)

if problems := unsafe_values(globals()):
    raise ImproperlyConfigured("Unsafe settings, not starting:\n" + "\n".join(f"- {line}" for line in problems))
