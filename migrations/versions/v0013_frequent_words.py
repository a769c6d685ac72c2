"""The most frequent words of a page, with their counts."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; visits made before have no counts until the page is visited again."""
    op.add_column(
        "visit",
        sa.Column(
            "frequent_words",
            sa.Text(),
            nullable=False,
            server_default="",
            comment="most frequent words with their counts, as word=3 other=2",
        ),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("visit", "frequent_words")
