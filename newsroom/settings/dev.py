"""A developer's machine: debug pages, mail on the terminal, a key made on first use."""

from newsroom.settings.base import *  # noqa: F403

DEBUG = environment.boolean("DEBUG", default=True)
ALLOWED_HOSTS = environment.host_names("ALLOWED_HOSTS", default=("localhost", "127.0.0.1", "[::1]"))
SECRET_KEY = environment.text("SECRET_KEY") or environment.generated_secret_key(DATA_DIR / "secret_key")
CACHES = {"default": addresses.cache("CACHE_URL", default="memory://")}
LOGGING = logs.configuration(as_json=False)
globals().update(addresses.mail("EMAIL_URL", default="console://"))
