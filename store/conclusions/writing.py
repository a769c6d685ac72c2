"""One transaction that writes conclusions in bulk."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from adbc_driver_manager import OperationalError
from sqlalchemy import select

from store.database import LOCK_WAIT_S, Store
from store.frames.reading import bulk_connection
from store.models import QueueRow, Verdict


@contextmanager
def bulk_writer(store: Store, *, first: bool = False) -> Iterator[Any]:
    """Give a connection that takes whole frames: committed at the end, rolled back on any error.

    `first` (`is_first`): an SQLite file takes the rows itself instead of its log (WAL) first, through which
    all of them are written twice. Whoever opens the file meanwhile waits, whoever opens it next has the log
    again, and a file that somebody else has open keeps it. Should the program die, a small journal of what
    was there before brings that back.
    """
    with bulk_connection(store) as connection:
        if store.is_sqlite:
            with connection.cursor() as cursor:
                if first:
                    _without_log(cursor)
                cursor.execute(f"PRAGMA busy_timeout = {LOCK_WAIT_S * 1000}")
        yield connection
        connection.commit()


def is_first(store: Store, model: type[Verdict | QueueRow], property_id: int) -> bool:
    """Say whether nothing of the kind is stored of a property yet, so that nobody can be looking at it."""
    with store.read() as session:
        ours = select(model.property_id).where(model.property_id == property_id)
        return session.scalar(ours.limit(1)) is None


def _without_log(cursor: Any) -> None:
    cursor.execute("COMMIT")  # the driver has begun a transaction, in which the log cannot be left
    cursor.execute("PRAGMA busy_timeout = 0")
    with suppress(OperationalError):
        cursor.execute("PRAGMA journal_mode = DELETE")
    cursor.execute("BEGIN")
