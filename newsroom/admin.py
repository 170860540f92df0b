"""What the admin does not offer: anything that is not ours, and its own way of changing a password."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from newsroom.triggers import OURS


def change_password_elsewhere(request: HttpRequest, extra_context: Any = None) -> HttpResponse:
    """Send the person to the page that keeps the limits on tries and ends other sign-ins."""
    return redirect("account_change_password")


# Groups, e-mail addresses and whatever an app of others brings: a change there would be no act.
for model in [model for model in admin.site._registry if model._meta.app_label not in OURS]:
    admin.site.unregister(model)
admin.site.password_change = change_password_elsewhere  # type: ignore[method-assign, assignment]
admin.site.password_change_done = change_password_elsewhere  # type: ignore[method-assign, assignment]
admin.site.enable_nav_sidebar = False
