"""What the API refuses besides what the framework does."""

from rest_framework import status
from rest_framework.exceptions import APIException


class Gone(APIException):
    """The version of a summary that was retracted."""

    status_code = status.HTTP_410_GONE
    default_detail = "This summary was retracted. Read the summary itself for the notice."
    default_code = "retracted"
