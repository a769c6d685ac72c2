"""Visits say how many bytes of a body came, beside how many it has once unpacked.

Visits made before do not know: their records in the archive do.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

COMMENT = "of the body as it came, still encoded; null: nobody counted"
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the number."""
    op.add_column("visit", sa.Column("received_bytes", KEY, nullable=True, comment=COMMENT))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("visit", "received_bytes")
