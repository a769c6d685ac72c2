"""Indexes for whoever looks: the queue in its order without sorting, presences counted without their rows."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

PLACES = ["property_id", "subject", "state", "score"]
CLAIMS = ["property_id", "state"]


def upgrade() -> None:
    """Widen both indexes."""
    op.drop_index("ix_verdict_property_id_subject_state", "verdict")
    op.create_index("ix_verdict_property_id_subject_state_place", "verdict", [*PLACES, "subject_id"])
    op.drop_index("ix_backlink_property_id_state", "backlink")
    op.create_index("ix_backlink_property_id_state_reason", "backlink", [*CLAIMS, "reason"])


def downgrade() -> None:
    """Make them as narrow as before."""
    op.drop_index("ix_backlink_property_id_state_reason", "backlink")
    op.create_index("ix_backlink_property_id_state", "backlink", CLAIMS)
    op.drop_index("ix_verdict_property_id_subject_state_place", "verdict")
    op.create_index("ix_verdict_property_id_subject_state", "verdict", PLACES)
