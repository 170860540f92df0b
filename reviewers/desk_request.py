"""What a page at the desk is asked with, where the person's own rows are read: what they hold and have signed."""

from ledger import desk_request
from reviewers.models import Reviewer


class DeskRequest(desk_request.DeskRequest):
    """A request of the desk whose person is the account itself."""

    user: Reviewer
