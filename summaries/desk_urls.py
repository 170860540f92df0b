"""Addresses of writing and correcting at the desk; included by `summaries.urls` under /desk/."""

from django.urls import path

from summaries.desk import acts, corrections, giving, listing, numbers, protect, writing

urlpatterns = [
    # /desk/summaries/
    path("summaries/", listing.summaries, name="desk-summaries"),
    path("summaries/new/", listing.new_summary, name="new-summary"),
    path("summaries/<uuid:uid>/", writing.summary, name="desk-summary"),
    path("summaries/<uuid:uid>/save/", writing.save_summary, name="save-summary"),
    path("summaries/<uuid:uid>/insert-figure/", numbers.insert_figure, name="insert-figure"),
    path("summaries/<uuid:uid>/not-a-figure/", numbers.not_a_figure, name="not-a-figure"),
    path("summaries/<uuid:uid>/submit/", acts.submit, name="submit"),
    path("summaries/<uuid:uid>/request-changes/", acts.request_changes, name="request-changes"),
    path("summaries/<uuid:uid>/approve/", acts.approve, name="approve"),
    path("summaries/<uuid:uid>/withdraw-approval/", acts.withdraw_approval, name="withdraw-approval"),
    path("summaries/<uuid:uid>/publish/", acts.publish, name="publish"),
    path("summaries/<uuid:uid>/retract/", acts.retract, name="retract"),
    path("summaries/<uuid:uid>/withheld/", giving.withheld, name="withheld"),
    # /desk/corrections/
    path("corrections/", corrections.corrections, name="desk-corrections"),
    path("corrections/<uuid:uid>/decide/", corrections.decide_correction, name="decide-correction"),
    # /desk/documents/<uid>/protect/
    path("documents/<uuid:uid>/protect/", protect.protect, name="protect-document"),
    # /desk/measures/<slug>/release/
    path("measures/<slug:slug>/release/", acts.release_series, name="release-series"),
]
