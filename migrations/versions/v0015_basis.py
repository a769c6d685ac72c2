"""What an analysis keeps for the next one."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; without rows the next analysis judges everything."""
    op.create_table(
        "basis",
        sa.Column("property_id", KEY, autoincrement=False, nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False, comment="digest of program, policy and property"),
        sa.Column(
            "reports", sa.JSON(), nullable=False, comment="keys of the reports that it knew, in decimal"
        ),
        sa.Column("visit_id", KEY, nullable=False, comment="highest key of a visit that it knew"),
        sa.Column("targets", sa.LargeBinary(), nullable=False, comment="the targets as it knew them, Arrow"),
        sa.Column(
            "domains",
            KEY,
            nullable=False,
            comment="registrable domains that the last whole analysis judged",
        ),
        sa.Column("judged_again", KEY, nullable=False, comment="registrable domains judged again since"),
        sa.Column(
            "cuts", sa.JSON(), nullable=False, comment="where the last whole one found two kinds of values"
        ),
        sa.Column("whole_at", sa.BigInteger(), nullable=False, comment="moment of the last whole analysis"),
        sa.ForeignKeyConstraint(["property_id"], ["property.id"], name="fk_basis_property_id_property"),
        sa.PrimaryKeyConstraint("property_id", name="pk_basis"),
    )
    op.create_table(
        "basis_part",
        sa.Column("property_id", KEY, autoincrement=False, nullable=False),
        sa.Column("number", KEY, autoincrement=False, nullable=False),
        sa.Column(
            "claims", sa.LargeBinary(), nullable=False, comment="newest statement of each backlink, Arrow"
        ),
        sa.Column(
            "pages", sa.LargeBinary(), nullable=False, comment="fingerprints and verdicts of pages, Arrow"
        ),
        sa.ForeignKeyConstraint(["property_id"], ["property.id"], name="fk_basis_part_property_id_property"),
        sa.PrimaryKeyConstraint("property_id", "number", name="pk_basis_part"),
    )


def downgrade() -> None:
    """Drop them; the next analysis is a whole one anyway."""
    op.drop_table("basis_part")
    op.drop_table("basis")
