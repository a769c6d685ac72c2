"""Counts and the queue, worked out ahead: any view answers at once however large the store is."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _table(name: str, *columns: sa.Column[object], key: tuple[str, ...]) -> None:
    foreign = [
        sa.ForeignKeyConstraint(
            [column.name], [f"{column.name[:-3]}.id"], name=f"fk_{name}_{column.name}_{column.name[:-3]}"
        )
        for column in columns
        if column.name in {"property_id", "domain_id"}
    ]
    op.create_table(name, *columns, *foreign, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))


def upgrade() -> None:
    """Make the tables; the next import, crawl or analysis fills them."""
    _table(
        "tally",
        sa.Column("property_id", KEY, nullable=False),
        sa.Column(
            "topic",
            sa.Text(),
            nullable=False,
            comment="presence, verdict, flagged, campaign, new, lost or language",
        ),
        sa.Column(
            "name",
            sa.Text(),
            nullable=False,
            comment="state, subject, campaign, month or language, by the topic",
        ),
        sa.Column("part", sa.Text(), nullable=False, comment="reason or verdict, by the topic; else empty"),
        sa.Column("number", KEY, nullable=False),
        sa.Column("counted_at", sa.BigInteger(), nullable=False),
        key=("property_id", "topic", "name", "part"),
    )
    _table(
        "queue",
        sa.Column("property_id", KEY, nullable=False),
        sa.Column("domain_id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="domain.name"),
        sa.Column(
            "priority", sa.Double(), nullable=False, comment="1 look first .. 0 look last (docs/review.md)"
        ),
        key=("property_id", "domain_id"),
    )
    op.create_index("ix_queue_place", "queue", ["property_id", "priority", "domain_id", "name"])
    _table(
        "queue_facet",
        sa.Column("property_id", KEY, nullable=False),
        sa.Column(
            "facet",
            sa.Text(),
            nullable=False,
            comment="verdict, signal, state, language, report or campaign",
        ),
        sa.Column("value", sa.Text(), nullable=False, comment="its name, or its key in decimal"),
        sa.Column("domain_id", KEY, nullable=False),
        key=("property_id", "facet", "value", "domain_id"),
    )


def downgrade() -> None:
    """Drop them: nothing in them is known nowhere else."""
    for name in ("queue_facet", "queue", "tally"):
        op.drop_table(name)
