"""Alembic's entry: runs the migrations over the connection that `store.database` hands in."""

from alembic import context
from sqlalchemy import Connection

from store.models import Base


def run(connection: Connection) -> None:
    """Run the migrations; batch mode lets SQLite change constraints."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
