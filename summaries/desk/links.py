"""Where a figure is looked at from the desk."""

from uuid import UUID

from django.urls import reverse


def figure_url(uid: UUID) -> str:
    """Return the desk's page of a figure."""
    return reverse("reviewers:figure", args=[uid])
