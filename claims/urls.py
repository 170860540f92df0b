"""Addresses of documents, measures, figures and findings at the desk. The site puts them under /desk/."""

from django.urls import URLPattern

app_name = "claims"
urlpatterns: list[URLPattern] = []
