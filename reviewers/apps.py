from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewersConfig(AppConfig):
    name = "reviewers"
    verbose_name = _("people and review")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the two signals of claims."""
        from claims.models import Figure
        from claims.signals import figure_state_changed, figure_status_changed
        from reviewers import receivers

        figure_state_changed.connect(receivers.on_new_state, sender=Figure)
        figure_status_changed.connect(receivers.on_new_status, sender=Figure)
