"""Production: nothing has a default that would be unsafe, and everything travels over TLS.

TLS ends at the proxy; gunicorn passes its `X-Forwarded-Proto` on (deploy/gunicorn.conf.py), so no header of the
request is trusted here.
"""

from newsroom.settings.base import *  # noqa: F403

SECRET_KEY = environment.secret_key("SECRET_KEY")
DEBUG = environment.boolean("DEBUG", default=False)
if DEBUG:
    raise environment.RefusedSetting(
        "DEBUG must be off in production: its error pages show what is protected."
    )
ALLOWED_HOSTS = environment.host_names("ALLOWED_HOSTS")
if not ALLOWED_HOSTS:
    raise environment.RefusedSetting("ALLOWED_HOSTS must name the hosts this site answers for.")
globals().update(addresses.mail("EMAIL_URL", default="smtp://localhost"))
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked by the balancer from inside, without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Preloading binds the whole domain for years; the owner of the domain decides that, not this application.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
# The prefix makes the browser refuse the cookie from a neighbouring host or without TLS.
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
KNOWN_BROWSER_COOKIE_NAME = "__Host-known-browser"
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_NAME = "__Host-language"
LANGUAGE_COOKIE_SECURE = True
