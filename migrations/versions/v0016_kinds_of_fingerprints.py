"""Kinds of fingerprints are the analysis's to name: the comment no longer lists them."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BEFORE = "kind of fingerprint: template, address, mark, title pattern, text, tracker or network"
AFTER = "kind of fingerprint, as the analysis names it"


def upgrade() -> None:
    """Say where the names come from."""
    _say(AFTER, before=BEFORE)


def downgrade() -> None:
    """List the kinds again."""
    _say(BEFORE, before=AFTER)


def _say(comment: str, *, before: str) -> None:
    if op.get_context().dialect.supports_comments:
        op.alter_column("campaign", "fingerprint", comment=comment, existing_comment=before)
