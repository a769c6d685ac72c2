"""The few visits to home pages and random siblings are found without reading all others of their domains."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

BESIDE = sa.text("purpose IN ('home', 'sibling')")


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_visit_beside", "visit", ["domain_id"], sqlite_where=BESIDE, postgresql_where=BESIDE)


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_visit_beside", "visit")
