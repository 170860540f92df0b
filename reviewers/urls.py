"""Addresses of the queue, of signing, and of taking documents away. The site puts them under /desk/."""

from django.urls import path

from reviewers import document_views, views

app_name = "reviewers"
urlpatterns = [
    # /desk/review/
    path("review/", views.queue, name="queue"),
    # /desk/documents/<uid>/
    path("documents/<uuid:uid>/withdraw/", document_views.withdraw, name="withdraw-document"),
    path("documents/<uuid:uid>/restore/", document_views.restore, name="restore-document"),
    # /desk/figures/<uid>/
    path("figures/<uuid:uid>/", views.figure, name="figure"),
    path("figures/<uuid:uid>/take/", views.take, name="take"),
    path("figures/<uuid:uid>/give-back/", views.give_back, name="give-back"),
    path("figures/<uuid:uid>/hand-over/", views.hand_over, name="hand-over"),
    path("figures/<uuid:uid>/sign/", views.sign, name="sign"),
    path("figures/<uuid:uid>/withdraw-verdict/", views.withdraw_verdict, name="withdraw-verdict"),
]
