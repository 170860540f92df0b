"""Addresses of what is published, for everybody; and, under /desk/, of the writing of it."""

from django.urls import URLPattern, URLResolver, include, path

from summaries.public import about, corrections, figure, front, measures, reading

app_name = "summaries"
urlpatterns: list[URLPattern | URLResolver] = [
    # /
    path("", front.home, name="home"),
    # /summaries/
    path("summaries/", reading.summaries, name="list"),
    path("summaries/<slug:slug>/", reading.summary, name="summary"),
    path("summaries/<slug:slug>/versions/<int:n>/", reading.version, name="version"),
    # /measures/
    path("measures/", measures.measures, name="measures"),
    path("measures/<slug:slug>/", measures.measure, name="measure"),
    # /figures/
    path("figures/<uuid:uid>/", figure.figure, name="figure"),
    # /corrections/, /method/, /data/
    path("corrections/", corrections.corrections, name="corrections"),
    path("method/", about.method, name="method"),
    path("data/", about.data, name="data"),
    # /desk/ – writing, approving, correcting
    path("desk/", include("summaries.desk_urls")),
]
