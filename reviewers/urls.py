"""Addresses of the queue and of signing. The site puts them under /desk/."""

from django.urls import path

from reviewers import views

app_name = "reviewers"
urlpatterns = [
    # /desk/review/
    path("review/", views.queue, name="queue"),
    # /desk/figures/<uid>/
    path("figures/<uuid:uid>/", views.figure, name="figure"),
    path("figures/<uuid:uid>/take/", views.take, name="take"),
    path("figures/<uuid:uid>/give-back/", views.give_back, name="give-back"),
    path("figures/<uuid:uid>/hand-over/", views.hand_over, name="hand-over"),
    path("figures/<uuid:uid>/sign/", views.sign, name="sign"),
    path("figures/<uuid:uid>/withdraw-verdict/", views.withdraw_verdict, name="withdraw-verdict"),
]
