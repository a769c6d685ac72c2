"""Findings are found by domain and page along one index, which they are written in the order of."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BEFORE = {
    "ix_finding_property_id_domain_id": ["property_id", "domain_id"],
    "ix_finding_property_id_page_id": ["property_id", "page_id"],
}


def upgrade() -> None:
    """Put one index in the place of two."""
    for name in BEFORE:
        op.drop_index(name, "finding")
    op.create_index("ix_finding_place", "finding", ["domain_id", "page_id", "property_id"])


def downgrade() -> None:
    """Bring the two indexes back."""
    op.drop_index("ix_finding_place", "finding")
    for name, columns in BEFORE.items():
        op.create_index(name, "finding", columns)
