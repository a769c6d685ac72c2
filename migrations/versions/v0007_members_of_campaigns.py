"""Which pages belong to a campaign, and how many of its domains are spam."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OLD_KIND = "kind of fingerprint, such as template or slug"
NEW_KIND = "kind of fingerprint: template, address or mark"


def upgrade() -> None:
    """Add the columns and the table."""
    _say_kind(NEW_KIND, before=OLD_KIND)
    for name, comment in (
        ("judged", "domains with a page that could be judged"),
        ("spam", "domains with a page that is called spam"),
    ):
        op.add_column("campaign", sa.Column(name, KEY, nullable=False, server_default="0", comment=comment))
    op.create_table(
        "campaign_page",
        sa.Column("campaign_id", KEY, autoincrement=False, nullable=False),
        sa.Column("page_id", KEY, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_page_campaign_id_campaign")
        ),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_campaign_page_page_id_page")),
        sa.PrimaryKeyConstraint("campaign_id", "page_id", name=op.f("pk_campaign_page")),
    )
    op.create_index(op.f("ix_campaign_page_page_id"), "campaign_page", ["page_id"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index(op.f("ix_campaign_page_page_id"), table_name="campaign_page")
    op.drop_table("campaign_page")
    op.drop_column("campaign", "spam")
    op.drop_column("campaign", "judged")
    _say_kind(OLD_KIND, before=NEW_KIND)


def _say_kind(kind: str, *, before: str) -> None:
    if op.get_context().dialect.supports_comments:
        op.alter_column("campaign", "fingerprint", comment=kind, existing_comment=before)
