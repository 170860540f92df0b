"""What the API refuses besides what the framework does."""

from rest_framework import status
from rest_framework.exceptions import APIException

from summaries.models import Version


class Gone(APIException):
    """The version of a summary that was retracted."""

    status_code = status.HTTP_410_GONE
    default_detail = "This summary was retracted. Read the summary itself for the notice."
    default_code = "retracted"


class Withheld(APIException):
    """A version that names somebody protected since: which one it was, and its hash, but none of its words."""

    status_code = status.HTTP_410_GONE
    default_code = "withheld"

    def __init__(self, version: Version) -> None:
        super().__init__(
            f"Version {version.n} (SHA-256 {version.sha256}) is withheld for somebody's safety. "
            "Read the summary itself for what stands now."
        )
