"""The project as an app: its checks, its commands, and what must be re-made after every migrate."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """The rightmost app: it may import every other, and nothing imports it."""

    name = "newsroom"

    def ready(self) -> None:
        """Register the checks of the settings."""
        from newsroom import checks  # noqa: F401
