"""SQLite keeps two tables that are all key in its order: with row numbers it writes every key twice."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ALL_KEY = ("campaign_page", "queue_facet")


def upgrade() -> None:
    """Take the row numbers away."""
    _written_anew(with_rowid=False)


def downgrade() -> None:
    """Bring them back."""
    _written_anew(with_rowid=True)


def _written_anew(*, with_rowid: bool) -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in ALL_KEY:
        options = {"sqlite_with_rowid": with_rowid}
        with op.batch_alter_table(name, recreate="always", table_kwargs=options):
            pass
