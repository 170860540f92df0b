"""Addresses of the API. A suffix asks for a representation as `Accept` does."""

from django.urls import path

from summaries.api import changes, figures, index, measures, summaries

app_name = "api"
urlpatterns = [
    # /api/v1/
    path("", index.Index.as_view(), name="index"),
    path("openapi.json", index.OpenApi.as_view(), name="openapi"),
    # /api/v1/summaries
    path("summaries", summaries.SummaryList.as_view(), name="summaries"),
    path("summaries/<uuid:uid>", summaries.SummaryDetail.as_view(), name="summary"),
    path("summaries/<uuid:uid>.<slug:format>", summaries.SummaryDetail.as_view(), name="summary-as"),
    path("summaries/<uuid:uid>/versions/<int:n>", summaries.VersionDetail.as_view(), name="version"),
    # /api/v1/figures
    path("figures", figures.FigureList.as_view(), name="figures"),
    path("figures/<uuid:uid>", figures.FigureDetail.as_view(), name="figure"),
    path("figures/<uuid:uid>.<slug:format>", figures.FigureDetail.as_view(), name="figure-as"),
    # /api/v1/measures
    path("measures", measures.MeasureList.as_view(), name="measures"),
    path("measures/<slug:slug>", measures.MeasureDetail.as_view(), name="measure"),
    path("measures/<slug:slug>/series", measures.Series.as_view(), name="series"),
    # /api/v1/changes
    path("changes", changes.ChangeList.as_view(), name="changes"),
]
