"""Addresses of documents, measures, figures and findings at the desk. The site puts them under /desk/."""

from typing import Any

from django.urls import URLPattern, path

from claims import intake_document_views, intake_views
from claims.views import figures, findings, measures, mentions, reader


def pages(acts: Any) -> tuple[list[URLPattern], str]:
    """Return the addresses, with their name. `acts` has the acts that print hears of: where what readers see may
    change, a page calls the one it is given, and none of this app (`docs/decisions/0007`).
    """
    return [*_documents(acts), *_mentions(acts), *_measures(acts), *_figures(acts)], "claims"


def _documents(acts: Any) -> list[URLPattern]:
    bring_in = {"act": acts.bring_in}
    describe, date = {"act": acts.describe_document}, {"act": acts.redate}
    return [
        # /desk/documents/ – the list, bringing in, describing, dating
        path("documents/", intake_views.documents, name="documents"),
        path("documents/new/", intake_views.bring_in_page, bring_in, name="bring-in"),
        path(
            "documents/<uuid:uid>/describe/",
            intake_document_views.describe,
            describe,
            name="describe-document",
        ),
        path("documents/<uuid:uid>/redate/", intake_document_views.redate_page, date, name="redate-document"),
        path("documents/<uuid:uid>/", reader.document, name="document"),
        path("documents/<uuid:uid>/add/", mentions.add, name="add-mention"),
    ]


def _mentions(acts: Any) -> list[URLPattern]:
    correct, dismiss = {"act": acts.correct}, {"act": acts.dismiss}
    file, unfile = {"act": acts.file_mention}, {"act": acts.unfile_mention}
    return [
        # /desk/mentions/
        path("mentions/<uuid:uid>/accept/", mentions.accept_mention, name="accept-mention"),
        path("mentions/<uuid:uid>/correct/", mentions.correct_mention, correct, name="correct-mention"),
        path("mentions/<uuid:uid>/dismiss/", mentions.dismiss_mention, dismiss, name="dismiss-mention"),
        path("mentions/<uuid:uid>/reopen/", mentions.reopen_mention, name="reopen-mention"),
        path("mentions/<uuid:uid>/file/", mentions.file_under, file, name="file-mention"),
        path("mentions/<uuid:uid>/unfile/", mentions.unfile, unfile, name="unfile-mention"),
    ]


def _measures(acts: Any) -> list[URLPattern]:
    word, relate, phase = (
        {"act": act} for act in (acts.word_measure, acts.relate_measures, acts.start_phase)
    )
    return [
        # /desk/measures/
        path("measures/", measures.measures, name="measures"),
        path("measures/new/", measures.new_measure, name="new-measure"),
        path("measures/<slug:slug>/", measures.measure, name="measure"),
        path("measures/<slug:slug>/words/", measures.word, word, name="word-measure"),
        path("measures/<slug:slug>/relations/", measures.relate, relate, name="relate-measures"),
        path("measures/<slug:slug>/phases/", measures.begin_phase, phase, name="start-phase"),
        path("measures/<slug:slug>/retire/", measures.retire, name="retire-measure"),
    ]


def _figures(acts: Any) -> list[URLPattern]:
    restate, revert = {"act": acts.restate_figure}, {"act": acts.revert_figure}
    return [
        # /desk/figures/
        path("figures/<uuid:uid>/restate/", figures.restate_figure, restate, name="restate"),
        path("figures/<uuid:uid>/revert/", figures.revert_figure, revert, name="revert"),
        # /desk/findings/
        path("findings/", findings.findings, name="findings"),
        path("findings/<uuid:uid>/close/", findings.close, name="close-finding"),
    ]
