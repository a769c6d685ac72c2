"""Sister sites of a property, and whether a log's visitors loaded what a browser loads."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column(
        "property",
        sa.Column(
            "sisters",
            sa.JSON(),
            nullable=False,
            server_default="[]",
            comment="registrable domains of the owner's other sites; never flagged",
        ),
    )
    op.add_column(
        "statement",
        sa.Column(
            "visitors_load_assets",
            sa.Boolean(),
            nullable=True,
            comment="access log: some visitor from the page loaded our pictures or styles, as browsers do",
        ),
    )


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("statement", "visitors_load_assets")
    op.drop_column("property", "sisters")
