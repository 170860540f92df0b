"""Addresses of what is published."""

from django.urls import URLPattern, URLResolver

app_name = "summaries"
urlpatterns: list[URLPattern | URLResolver] = []
