"""What the database itself refuses to forget: which tables are frozen, and what of a frozen row may still be set.

`newsroom.triggers` turns these tables into triggers. Conditions are SQL that SQLite and PostgreSQL read alike,
over OLD and NEW; `{same}` stands for "every other column is as it was".
"""

# Append-only. The condition names the one UPDATE that is allowed; an empty one allows none.
FROZEN: dict[str, str] = {
    "ledger.Entry": "",
    # Erasure: words and salt go, once; the entry stays.
    "ledger.Detail": "OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND {same:erased_at,salt,words}",
    "sources.Blob": "OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND {same:erased_at}",
    "sources.Text": "NEW.text = '' AND {same:text}",
    "sources.Capture": "{same:is_protected}",
    "claims.Reading": "",
    "claims.Attribution": "",
    "claims.FigureState": "",
    "claims.StateInput": "",
    "claims.Hand": "",
    "reviewers.RoleGrant": "OLD.until IS NULL AND NEW.until IS NOT NULL AND {same:until}",
    "reviewers.Verdict": "OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND {same:withdrawn_at}",
    "reviewers.Evidence": "",
    "summaries.Revision": "",
    "summaries.FigureUse": "",
    "summaries.NotFigure": "",
    "summaries.Approval": (
        "OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL AND {same:voided_at,void_reason}"
    ),
    "summaries.Version": "length(NEW.bytes) = 0 AND {same:bytes}",
    "summaries.Change": "",
    # A second party may turn out to stand in the words of what was kept back for the first; a publisher may give it
    # back; and what was given back may have to be kept back again.
    "summaries.Withholding": (
        "NEW.is_in_words AND {same:is_in_words}"
        " OR OLD.given_back_at IS NULL AND NEW.given_back_at IS NOT NULL AND {same:given_back_at}"
        " OR OLD.given_back_at IS NOT NULL AND NEW.given_back_at IS NULL AND {same:at,given_back_at,is_in_words}"
    ),
}

# Rows that change, and are never deleted. The columns named are set once, when the row is made.
UNDELETABLE: dict[str, tuple[str, ...]] = {
    "ledger.Head": ("id",),
    "sources.Source": ("id", "uid"),
    "sources.Document": ("id", "uid"),
    "claims.Topic": ("id", "uid"),
    "claims.Measure": ("id", "uid"),
    "claims.MeasureWording": ("id", "measure_id"),
    "claims.Phase": ("id", "measure_id"),
    "claims.Mention": ("id", "uid", "quote", "found_by", "added_by_id"),
    "claims.Figure": ("id", "uid"),
    "reviewers.Reviewer": ("id", "uid", "joined_at", "is_machine"),
    "reviewers.Assignment": ("id", "figure_id", "person_id", "kind", "taken_at"),
    "summaries.Summary": ("id", "uid"),
    "summaries.Correction": ("id", "uid", "summary_id", "figure_id", "from_version_id", "due_at"),
    "summaries.Counter": ("id",),
}
