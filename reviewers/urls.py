"""Addresses of the queue, of signing, and of taking documents away. The site puts them under /desk/."""

from typing import Any

from django.urls import URLPattern, path

from reviewers import document_views, views


def pages(acts: Any) -> tuple[list[URLPattern], str]:
    """Return the addresses, with their name. `acts` has the acts that print hears of, as in `claims.urls`."""
    withdraw, restore = {"act": acts.withdraw_document}, {"act": acts.restore_document}
    return [
        # /desk/review/
        path("review/", views.queue, name="queue"),
        # /desk/documents/<uid>/
        path("documents/<uuid:uid>/withdraw/", document_views.withdraw, withdraw, name="withdraw-document"),
        path("documents/<uuid:uid>/restore/", document_views.restore, restore, name="restore-document"),
        # /desk/figures/<uid>/
        path("figures/<uuid:uid>/", views.figure, name="figure"),
        path("figures/<uuid:uid>/take/", views.take, name="take"),
        path("figures/<uuid:uid>/give-back/", views.give_back, name="give-back"),
        path("figures/<uuid:uid>/hand-over/", views.hand_over, name="hand-over"),
        path("figures/<uuid:uid>/sign/", views.sign, name="sign"),
        path("figures/<uuid:uid>/withdraw-verdict/", views.withdraw_verdict, name="withdraw-verdict"),
    ], "reviewers"
