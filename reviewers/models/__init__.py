"""People and their roles, who holds which figure for review, and the signed verdicts."""

from reviewers.models.people import Reviewer, RoleGrant
from reviewers.models.verdicts import Assignment, Evidence, Verdict

__all__ = ["Assignment", "Evidence", "Reviewer", "RoleGrant", "Verdict"]
