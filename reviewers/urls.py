"""Addresses of the queue and of figures at the desk."""

from django.urls import URLPattern, URLResolver

app_name = "reviewers"
urlpatterns: list[URLPattern | URLResolver] = []
