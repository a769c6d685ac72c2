"""What a second visit needs: validators, what still stands, and what was wrong on the way."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def new() -> list[sa.Column[Any]]:
    """Make the columns; each belongs to one call."""
    return [
        sa.Column(
            "error_detail",
            sa.Text(),
            nullable=False,
            server_default="",
            comment="what went wrong, for people",
        ),
        sa.Column(
            "tls_faults",
            sa.JSON(),
            nullable=False,
            server_default="[]",
            comment="what is wrong with the certificates on the way; read all the same",
        ),
        sa.Column(
            "etag",
            sa.Text(),
            nullable=False,
            server_default="",
            comment="to ask whether the page changed since",
        ),
        sa.Column(
            "last_modified",
            sa.Text(),
            nullable=False,
            server_default="",
            comment="to ask the same of older servers",
        ),
        sa.Column("as_before", KEY, nullable=True, comment="304: key of the visit whose body still stands"),
    ]


OLD_PURPOSES = "page, again, home or sibling"
NEW_PURPOSES = "page, unchanged, again, image, home or sibling"


def upgrade() -> None:
    """Add the columns."""
    _say_purposes(NEW_PURPOSES, before=OLD_PURPOSES)
    for column in new():
        op.add_column("visit", column)


def downgrade() -> None:
    """Drop the columns."""
    _say_purposes(OLD_PURPOSES, before=NEW_PURPOSES)
    for column in reversed(new()):
        op.drop_column("visit", column.name)


def _say_purposes(purposes: str, *, before: str) -> None:
    if op.get_context().dialect.supports_comments:
        op.alter_column("visit", "purpose", comment=purposes, existing_comment=before)
