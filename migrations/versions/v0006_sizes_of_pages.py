"""Sizes of a page that signals weigh, and whether strangers' pictures fit it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _new() -> list[sa.Column[Any]]:
    """Make the columns; each belongs to one call."""
    return [
        sa.Column("title_words", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("mean_word_length", sa.Float(), nullable=False, server_default="0"),
        sa.Column(
            "visible_share",
            sa.Float(),
            nullable=False,
            server_default="0",
            comment="visible text per source, 0..1",
        ),
        sa.Column(
            "common_word_share",
            sa.Float(),
            nullable=False,
            server_default="0",
            comment="words that are the language's most common ones, 0..1; 0: language unknown",
        ),
        sa.Column(
            "picture_hosts_named",
            sa.BigInteger(),
            nullable=False,
            server_default="0",
            comment="other domains with a picture here that says what it shows",
        ),
        sa.Column(
            "picture_hosts_fitting",
            sa.BigInteger(),
            nullable=False,
            server_default="0",
            comment="those whose picture shares a word with title, heading or address",
        ),
    ]


def upgrade() -> None:
    """Add the columns."""
    for column in _new():
        op.add_column("visit", column)


def downgrade() -> None:
    """Drop the columns."""
    for column in reversed(_new()):
        op.drop_column("visit", column.name)
