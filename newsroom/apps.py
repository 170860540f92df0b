"""The project as an app: its checks, its commands, and what is made anew after every migrate."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.management import call_command
from django.db.models.signals import post_migrate


class NewsroomConfig(AppConfig):
    """The rightmost app: it may import every other, and nothing imports it."""

    name = "newsroom"

    def ready(self) -> None:
        """Register the checks of the settings, and what follows the last of our migrations."""
        from newsroom import checks  # noqa: F401

        # Django sends the signal once for each app with models; summaries is the last of ours.
        post_migrate.connect(make_cache_table, sender=apps.get_app_config("summaries"))


def make_cache_table(using: str, **kwargs: Any) -> None:
    """Make the table of the shared cache where it is missing, so that no deployment can forget it."""
    if settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache"):
        call_command("createcachetable", database=using, verbosity=0)
