"""Campaigns by the pattern of their titles and by their texts: the comment that names the kinds."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

OLD_KIND = "kind of fingerprint: template, address, mark, tracker or network"
NEW_KIND = "kind of fingerprint: template, address, mark, title pattern, text, tracker or network"


def upgrade() -> None:
    """Name the new kinds."""
    _say_kind(NEW_KIND, before=OLD_KIND)


def downgrade() -> None:
    """Take their names away again."""
    _say_kind(OLD_KIND, before=NEW_KIND)


def _say_kind(kind: str, *, before: str) -> None:
    if op.get_context().dialect.supports_comments:
        op.alter_column("campaign", "fingerprint", comment=kind, existing_comment=before)
