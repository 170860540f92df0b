"""Settings shared by every place the newsroom runs. What the environment may change is listed in docs/settings.md."""

import logging
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from js_asset import static_lazy

from newsroom import logs
from newsroom.settings import addresses, environment
from summaries import prose

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = environment.directory("DATA_DIR", default=BASE_DIR / "var")
PORT = environment.integer("PORT", default=8000, low=1, high=65535)

# --- apps and requests ----------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_filters",
    "django_htmx",
    "django_prose_editor",
    "django_structlog",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rest_framework",
    # ours, in the order of the imports; each may use those above it
    "ledger",
    "sources",
    "claims",
    "reviewers",
    "summaries",
    "newsroom",
]
MIDDLEWARE = [
    # Before the files, which are answers too.
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.logs.RequestLogMiddleware",
    "newsroom.caching.KeptByNobodyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Closed by default: a view is open only where it says @login_not_required.
    "newsroom.doors.ClosedDoorsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "newsroom.bodies.FormBodiesMiddleware",
    "newsroom.refusals.RefusalMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.desk_context.desk",
            ],
        },
    },
]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
APPEND_SLASH = True

# --- records --------------------------------------------------------------------------------------

DATABASES = {"default": addresses.database("DATABASE_URL", embedded=DATA_DIR / "countersign.sqlite3")}
# An act opens its own short transaction; one around the whole request would hold its locks while a page renders.
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DATABASES["default"]["CONN_MAX_AGE"] = 600  # seconds
addresses.refuse_replica("DATABASE_REPLICA_URL")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": addresses.cache("CACHE_URL", default="database://newsroom_cache")}
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "files", "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "captures": addresses.capture_store("STORAGE_URL", default=DATA_DIR / "captures"),
}
UPLOAD_MAX_BYTES = 50 * 1024 * 1024  # one uploaded file
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # bytes of a request without its files: a pasted text
UPLOAD_QUOTA_BYTES = environment.integer("UPLOAD_QUOTA_MB", default=1000, low=1, high=1_000_000) * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
# Not the folder all accounts of the machine share; what a broken upload leaves there is swept (sources/leftovers.py).
FILE_UPLOAD_TEMP_DIR = DATA_DIR / "uploads"
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, exist_ok=True)
FILE_UPLOAD_HANDLERS = [
    "newsroom.uploads.BoundedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- the second reader ----------------------------------------------------------------------------

# None unless one is named, and then no text leaves the machine (docs/decisions/0012).
SECOND_READER = environment.callable_name("SECOND_READER", besides=("openai",))
SECOND_READER_URL = addresses.service("SECOND_READER_URL", default="http://127.0.0.1:8080/v1")
SECOND_READER_MODEL = environment.short_name("SECOND_READER_MODEL", default="default", longest=100)
SECOND_READER_KEY = environment.bearer_key("SECOND_READER_KEY")

# --- people ---------------------------------------------------------------------------------------

AUTH_USER_MODEL = "reviewers.Reviewer"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_ADAPTER = "newsroom.adapter.ClosedAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators enter the addresses
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = True  # no box to tick: every session lasts SESSION_COOKIE_AGE
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {
    "login": "30/m/ip",
    # key: one name from one address, or one browser the person has used (newsroom/adapter.py)
    "login_failed": "20/m/ip,5/5m/key",
    "login_failed_anywhere": "100/h/key",  # one name from all addresses together
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.integer("TRUSTED_PROXY_COUNT", default=0, low=0, high=10)
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds a sign-in lasts in all
SIGN_IN_IDLE_S = 30 * 60  # seconds without a request, after which it ends
KNOWN_BROWSER_COOKIE_NAME = "known-browser"
KNOWN_BROWSER_COOKIE_AGE = 180 * 24 * 60 * 60  # seconds
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

# --- the editor of summaries -----------------------------------------------------------------------

DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy("js/figure-ref.js")], "extensions": {"FigureRef": prose.process_figure_ref}}
]
DJANGO_PROSE_EDITOR_MENU_GROUPS = prose.MENU_GROUPS

# --- what a browser may do with our pages ---------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# --- the API --------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "newsroom.api.problems.handle",
    "COERCE_DECIMAL_TO_STRING": True,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Countersign",
    "DESCRIPTION": "Published summaries, figures and measures, and everything that changed about them. Read-only.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "newsroom.api.problems.describe",
    ],
    # One name for each closed set, whichever field of an answer holds it.
    "ENUM_NAME_OVERRIDES": {
        "FigureStatus": "claims.models.Figure.Status",
        "MeasureKind": "claims.models.Measure.Kind",
        "VersionKind": "summaries.models.Version.Kind",
        "ChangeKind": "summaries.models.Change.Kind",
    },
}

# --- words, times, files --------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ru", _("Russian"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]

# --- logs -----------------------------------------------------------------------------------------

LOGGING = logs.configuration(as_json=True)
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False  # readers of a rights newsroom are not to be traced from its logs
# One line a request is enough: the one that says how it ended.
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG
DJANGO_STRUCTLOG_USER_ID_FIELD = "uid"
