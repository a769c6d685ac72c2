"""The queue folded by campaign, and its strongest signals, worked out ahead."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the columns; until the next analysis every domain stands alone and quotes nothing."""
    with op.batch_alter_table("queue") as queue:
        queue.add_column(
            sa.Column(
                "fold",
                KEY,
                nullable=False,
                server_default="0",
                comment="campaign that it is decided with; else its own key",
            )
        )
        queue.add_column(
            sa.Column(
                "fold_priority",
                sa.Double(),
                nullable=False,
                server_default="0",
                comment="highest priority in the fold",
            )
        )
        queue.add_column(
            sa.Column("state", sa.Text(), nullable=False, server_default="", comment="verdict.state")
        )
        for which in ("first", "second"):
            queue.add_column(
                sa.Column(
                    f"{which}_signal",
                    sa.Text(),
                    nullable=False,
                    server_default="",
                    comment=f"its {which} telling signal, by score; empty: none",
                )
            )
    op.execute("UPDATE queue SET fold = domain_id, fold_priority = priority")
    op.create_index(
        "ix_queue_fold", "queue", ["property_id", "fold_priority", "fold", "priority", "domain_id", "name"]
    )
    op.create_index(
        "ix_finding_telling",
        "finding",
        ["property_id", "domain_id", "signal", "score"],
        sqlite_where=sa.text("score >= 0.5"),
        postgresql_where=sa.text("score >= 0.5"),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("ix_finding_telling", "finding")
    op.drop_index("ix_queue_fold", "queue")
    with op.batch_alter_table("queue") as queue:
        for name in ("second_signal", "first_signal", "state", "fold_priority", "fold"):
            queue.drop_column(name)
