"""The tests: production's behaviour, a database and a folder of their own, and quick passwords.

`DATABASE_URL` is ignored, so that no test run can touch a desk's records. TEST_DATABASE picks the engine.
"""

import os
import tempfile
from pathlib import Path

# A folder that goes when this process ends. Set before base reads the environment.
_FOLDER = tempfile.TemporaryDirectory(prefix="countersign-test-")
os.environ["DATA_DIR"] = _FOLDER.name
for _name in (
    "DATABASE_URL",
    "DATABASE_REPLICA_URL",
    "STORAGE_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "SECOND_READER",
    "SECOND_READER_URL",
    "SECOND_READER_MODEL",
    "SECOND_READER_KEY",
):
    os.environ.pop(_name, None)

from newsroom.settings.base import *  # noqa: E402, F403

SECRET_KEY = "the tests sign nothing that leaves this machine: 0123456789"  # noqa: S105
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
_engine = environment.choice(
    "TEST_DATABASE",
    default="postgresql" if environment.text("TEST_DATABASE_URL") else "sqlite",
    allowed=("sqlite", "postgresql"),
)
if _engine == "postgresql":
    DATABASES = {"default": addresses.postgresql_database("TEST_DATABASE_URL")}
else:
    # A file, not memory: threads and the live server each open their own connection to it.
    DATABASES = {"default": addresses.sqlite_database(Path(_FOLDER.name) / "unused.sqlite3")}
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_FOLDER.name) / "test.sqlite3")}
CACHES = {"default": addresses.cache("CACHE_URL", default="memory://")}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# allauth counts attempts by address, and every test comes from the same one; the limits have their own test.
ACCOUNT_RATE_LIMITS = False
# Static files come from where they are written, as with a developer; nothing has collected them.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
