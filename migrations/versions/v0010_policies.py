"""Numbers of a property's own in place of the analysis's defaults."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "property",
        sa.Column(
            "policy",
            sa.JSON(),
            nullable=False,
            server_default="{}",
            comment="numbers of its own in place of the analysis's defaults, by section",
        ),
    )


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("property", "policy")
