"""The figure that is signed, and two reviewers."""

import pytest

from claims.models import Figure
from reviewers.models import Reviewer
from tests import cast
from tests.reviewers.desk import said_figure


@pytest.fixture
def made() -> Figure:
    return said_figure()


@pytest.fixture
def ana() -> Reviewer:
    return cast.person("reviewer", "ana")


@pytest.fixture
def ben() -> Reviewer:
    return cast.person("reviewer", "ben")
