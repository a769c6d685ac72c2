"""Sizes of a page that signals weigh, whether strangers' pictures fit it, and looks into frames."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _new() -> list[sa.Column[Any]]:
    """Make the columns; each belongs to one call."""
    return [
        sa.Column("title_words", KEY, nullable=False, server_default="0"),
        sa.Column("mean_word_length", sa.Double(), nullable=False, server_default="0"),
        sa.Column(
            "visible_share",
            sa.Double(),
            nullable=False,
            server_default="0",
            comment="visible text per source, 0..1",
        ),
        sa.Column(
            "common_word_share",
            sa.Double(),
            nullable=False,
            server_default="0",
            comment="words that are the language's most common ones, 0..1; 0: language unknown",
        ),
        sa.Column(
            "picture_hosts_named",
            KEY,
            nullable=False,
            server_default="0",
            comment="other domains with a picture here that says what it shows",
        ),
        sa.Column(
            "picture_hosts_fitting",
            KEY,
            nullable=False,
            server_default="0",
            comment="those whose picture shares a word with title, heading or address",
        ),
    ]


OLD_PURPOSES = "page, unchanged, again, image, home or sibling"
NEW_PURPOSES = "page, unchanged, again, image, frame, home or sibling"


def upgrade() -> None:
    """Add the columns."""
    _say_purposes(NEW_PURPOSES, before=OLD_PURPOSES)
    for column in _new():
        op.add_column("visit", column)


def downgrade() -> None:
    """Drop the columns."""
    _say_purposes(OLD_PURPOSES, before=NEW_PURPOSES)
    for column in reversed(_new()):
        op.drop_column("visit", column.name)


def _say_purposes(purposes: str, *, before: str) -> None:
    if op.get_context().dialect.supports_comments:
        op.alter_column("visit", "purpose", comment=purposes, existing_comment=before)
