"""Addresses under /api/v1/: those of the apps, and an answer in one shape for every other."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from newsroom.api.problems import Nothing

urlpatterns: list[URLPattern | URLResolver] = [
    # /api/v1/summaries, figures, measures, changes
    path("", include("summaries.api.urls")),
    # /api/v1/…
    re_path(r"^[\s\S]*$", Nothing.as_view()),
]
