"""The accounts of analytics and advertising that a page names."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

OLD_KIND = "kind of fingerprint: template, address or mark"
NEW_KIND = "kind of fingerprint: template, address, mark, tracker or network"


def upgrade() -> None:
    """Add the column; visits made before have no accounts until the page is visited again."""
    _say_kind(NEW_KIND, before=OLD_KIND)
    op.add_column(
        "visit",
        sa.Column(
            "trackers",
            sa.JSON(),
            nullable=False,
            server_default="[]",
            comment="accounts of analytics and advertising, such as UA-12345-1",
        ),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("visit", "trackers")
    _say_kind(OLD_KIND, before=NEW_KIND)


def _say_kind(kind: str, *, before: str) -> None:
    if op.get_context().dialect.supports_comments:
        op.alter_column("campaign", "fingerprint", comment=kind, existing_comment=before)
