"""Addresses of the desk as a whole."""

from django.urls import path

from newsroom import unsaved, views

app_name = "newsroom"
urlpatterns = [
    # /desk/
    path("", views.desk, name="desk"),
    path("ledger/", views.ledger, name="ledger"),
    path("unsaved/", unsaved.unsaved, name="unsaved"),
]
