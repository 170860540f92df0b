"""The project as an app: its checks, its commands, and what is made anew after every migrate."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core.management import call_command
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate, pre_save
from django.http import HttpRequest


class NewsroomConfig(AppConfig):
    """The rightmost app: it may import every other, and nothing imports it."""

    name = "newsroom"

    def ready(self) -> None:
        """Register the checks of the settings, what surrounds every migrate, and the refusal of fixtures."""
        from newsroom import checks  # noqa: F401
        from newsroom.fixtures import refuse_fixtures
        from newsroom.folding import teach_capitals

        pre_save.connect(refuse_fixtures)
        user_logged_in.connect(begin_sign_in)
        connection_created.connect(teach_capitals)
        # Django sends each signal once for every app with models; ledger is the first of ours, summaries the last.
        pre_migrate.connect(drop_triggers, sender=apps.get_app_config("ledger"))
        post_migrate.connect(make_triggers, sender=apps.get_app_config("summaries"))
        post_migrate.connect(make_cache_table, sender=apps.get_app_config("summaries"))


def begin_sign_in(request: HttpRequest, **kwargs: Any) -> None:
    """Note when a sign-in began, from which its end is reckoned."""
    from newsroom import idle

    idle.begin(request)


def drop_triggers(using: str, plan: list[Any], **kwargs: Any) -> None:
    """Take the triggers out of the way of the migrations there are to run; where there are none, they stay."""
    from newsroom import triggers

    if plan:
        triggers.drop_all(connections[using])


def make_triggers(using: str, **kwargs: Any) -> None:
    """Make every trigger anew: a migration that rebuilt a table has dropped its triggers without a word."""
    from newsroom import triggers

    triggers.create_all(connections[using])


def make_cache_table(using: str, **kwargs: Any) -> None:
    """Make the table of the shared cache where it is missing, so that no deployment can forget it."""
    if settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache"):
        call_command("createcachetable", database=using, verbosity=0)
