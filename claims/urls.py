"""Addresses of documents, measures, figures and findings at the desk. The site puts them under /desk/."""

from django.urls import include, path

from claims.views import figures, findings, measures, mentions, reader

app_name = "claims"
urlpatterns = [
    # /desk/documents/ – the list, bringing in, describing, dating
    path("", include("claims.intake_urls")),
    path("documents/<uuid:uid>/", reader.document, name="document"),
    path("documents/<uuid:uid>/add/", mentions.add, name="add-mention"),
    # /desk/mentions/
    path("mentions/<uuid:uid>/accept/", mentions.accept_mention, name="accept-mention"),
    path("mentions/<uuid:uid>/correct/", mentions.correct_mention, name="correct-mention"),
    path("mentions/<uuid:uid>/dismiss/", mentions.dismiss_mention, name="dismiss-mention"),
    path("mentions/<uuid:uid>/reopen/", mentions.reopen_mention, name="reopen-mention"),
    path("mentions/<uuid:uid>/file/", mentions.file_under, name="file-mention"),
    path("mentions/<uuid:uid>/unfile/", mentions.unfile, name="unfile-mention"),
    # /desk/measures/
    path("measures/", measures.measures, name="measures"),
    path("measures/new/", measures.new_measure, name="new-measure"),
    path("measures/<slug:slug>/", measures.measure, name="measure"),
    path("measures/<slug:slug>/words/", measures.word, name="word-measure"),
    path("measures/<slug:slug>/relations/", measures.relate, name="relate-measures"),
    path("measures/<slug:slug>/phases/", measures.begin_phase, name="start-phase"),
    path("measures/<slug:slug>/retire/", measures.retire, name="retire-measure"),
    # /desk/figures/
    path("figures/<uuid:uid>/restate/", figures.restate_figure, name="restate"),
    path("figures/<uuid:uid>/revert/", figures.revert_figure, name="revert"),
    # /desk/findings/
    path("findings/", findings.findings, name="findings"),
    path("findings/<uuid:uid>/close/", findings.close, name="close-finding"),
]
