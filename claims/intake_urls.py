"""Addresses of what comes in and of what is said about it. `claims.urls` puts them under its name."""

from django.urls import path

from claims import intake_document_views, intake_views

urlpatterns = [
    # /desk/documents/
    path("documents/", intake_views.documents, name="documents"),
    path("documents/new/", intake_views.bring_in_page, name="bring-in"),
    path("documents/<uuid:uid>/describe/", intake_document_views.describe, name="describe-document"),
    path("documents/<uuid:uid>/redate/", intake_document_views.redate_page, name="redate-document"),
]
