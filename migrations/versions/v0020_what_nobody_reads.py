"""Verdicts lose an index that the queue has outgrown, and members of campaigns, which nobody reads, go.

A fingerprint says who they are: `basis_part` has those of all pages.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SUBJECT = ["property_id", "subject", "subject_id"]
UNIQUE = "uq_verdict_property_id_subject_subject_id"
PLACE = "ix_verdict_property_id_subject_state_place"


def upgrade() -> None:
    """Drop both, and make verdicts unique by an index, which can be made behind a million rows."""
    op.drop_table("campaign_page")
    op.drop_index(PLACE, "verdict")
    with op.batch_alter_table("verdict") as table:
        table.drop_constraint(UNIQUE, type_="unique")
    op.create_index("ix_verdict_subject", "verdict", SUBJECT, unique=True)


def downgrade() -> None:
    """Bring them back; the next analysis, a whole one, fills in the members."""
    op.drop_index("ix_verdict_subject", "verdict")
    with op.batch_alter_table("verdict") as table:
        table.create_unique_constraint(UNIQUE, SUBJECT)
    op.create_index(PLACE, "verdict", ["property_id", "subject", "state", "score", "subject_id"])
    op.create_table(
        "campaign_page",
        sa.Column("campaign_id", KEY, autoincrement=False, nullable=False),
        sa.Column("page_id", KEY, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_page_campaign_id_campaign")
        ),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_campaign_page_page_id_page")),
        sa.PrimaryKeyConstraint("campaign_id", "page_id", name=op.f("pk_campaign_page")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_campaign_page_page_id"), "campaign_page", ["page_id"])
