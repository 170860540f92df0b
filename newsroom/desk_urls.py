"""Addresses of the desk as a whole."""

from django.urls import path

from newsroom import views

app_name = "newsroom"
urlpatterns = [
    # /desk/
    path("", views.desk, name="desk"),
    path("ledger/", views.ledger, name="ledger"),
]
