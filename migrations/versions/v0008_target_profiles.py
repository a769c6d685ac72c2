"""What the targets of a property are themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WORDS = ("page_url", "alt", "caption", "heading", "title", "language", "text", "archive_file")
KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
COMMENTS = {
    "page_url": "for an image: our page that shows it",
    "heading": "for an image: the nearest above it on that page",
    "title": "of the page, for an image the one that shows it; as below",
    "text": "main text",
}


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "target_profile",
        sa.Column("target_id", KEY, autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False, comment="there, gone, replaced or unknown"),
        sa.Column("detail", sa.Text(), nullable=False, comment="one sentence why, unless it is there"),
        sa.Column("final_url", sa.Text(), nullable=False),
        sa.Column("status", KEY, nullable=True),
        sa.Column("content_type", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="image, page, other; empty when nothing came"),
        sa.Column("bytes", KEY, nullable=False),
        sa.Column("format", sa.Text(), nullable=False, comment="of an image, such as jpeg"),
        sa.Column("width", KEY, nullable=False),
        sa.Column("height", KEY, nullable=False),
        sa.Column(
            "picture_hash", sa.Text(), nullable=False, comment="pHash as 16 hex digits; empty when unknown"
        ),
        *(sa.Column(name, sa.Text(), nullable=False, comment=COMMENTS.get(name)) for name in WORDS[:5]),
        sa.Column("headings", sa.JSON(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False, comment=COMMENTS.get(name)) for name in WORDS[5:]),
        sa.Column("archive_offset", KEY, nullable=True),
        sa.Column("archive_length", KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["target_id"], ["target.id"], name=op.f("fk_target_profile_target_id_target")
        ),
        sa.PrimaryKeyConstraint("target_id", name=op.f("pk_target_profile")),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("target_profile")
