"""Findings by property and domain: without it a page of the queue reads every finding of the property."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the property before the domain."""
    op.drop_index("ix_finding_domain_id", "finding")
    op.create_index("ix_finding_property_id_domain_id", "finding", ["property_id", "domain_id"])


def downgrade() -> None:
    """Take it away again."""
    op.drop_index("ix_finding_property_id_domain_id", "finding")
    op.create_index("ix_finding_domain_id", "finding", ["domain_id"])
