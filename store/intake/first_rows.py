"""The first rows of an empty store: indexes and foreign keys are made after them, all at once.

A million rows in the order of one key are in no order for the other indexes: adding to each of those row by
row takes three times as long as sorting it once at the end, when most of it no longer fits into memory.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.schema import AddConstraint, DropConstraint

from store.models import Backlink, Domain, Frontier, Page, Statement

FILLED = tuple(
    Page.metadata.tables[model.__tablename__] for model in (Domain, Page, Frontier, Backlink, Statement)
)
"""The tables that an import fills with about as many rows as its file has."""
SORTING = {"work_mem": "128MB", "maintenance_work_mem": "256MB"}
"""What PostgreSQL may use to sort in this transaction: with its own 4 and 64 MB a million keys go to disk."""


@contextmanager
def indexed_afterwards(session: Session) -> Iterator[bool]:
    """Fill an empty store without indexes and let them be made at the end; a filled store is left as it is.

    Gives whether the store is empty, so that rows may come in before those they refer to.

    Belongs into one transaction with what is filled in, so that a failure brings the indexes back. SQLite
    cannot take foreign keys from a table; there `Store.write(bulk=True)` leaves them unchecked.
    """
    if session.scalar(select(Page.id).limit(1)) is not None:
        yield False
        return
    connection = session.connection()
    indexes = [index for table in FILLED for index in table.indexes]
    keys = [key for table in FILLED for key in table.foreign_key_constraints]
    if connection.dialect.name == "sqlite":
        keys.clear()
    else:
        for setting, memory in SORTING.items():
            connection.exec_driver_sql(f"SET LOCAL {setting} = '{memory}'")
    for index in indexes:
        index.drop(connection)
    for constraint in keys:
        connection.execute(DropConstraint(constraint))
    yield True
    for index in indexes:
        index.create(connection)
    for constraint in keys:
        connection.execute(AddConstraint(constraint))
