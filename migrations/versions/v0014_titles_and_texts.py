"""Campaigns by titles and texts, and one domain of each campaign: the comments that say so."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COMMENTS = (
    (
        "campaign",
        "fingerprint",
        "kind of fingerprint: template, address, mark, tracker or network",
        "kind of fingerprint: template, address, mark, title pattern, text, tracker or network",
    ),
    (
        "tally",
        "part",
        "reason or verdict, by the topic; else empty",
        "reason, verdict or a domain, by the topic; else empty",
    ),
)
"""Table, column, and what is said of it before and after."""


def upgrade() -> None:
    """Say what is new."""
    for table, column, before, after in COMMENTS:
        _say(table, column, after, before=before)


def downgrade() -> None:
    """Say it as before."""
    for table, column, before, after in COMMENTS:
        _say(table, column, before, before=after)


def _say(table: str, column: str, comment: str, *, before: str) -> None:
    if op.get_context().dialect.supports_comments:
        op.alter_column(table, column, comment=comment, existing_comment=before)
