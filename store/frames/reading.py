"""Bulk reads for the analysis: whole tables as Polars frames, through ADBC."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
import polars as pl
from sqlalchemy.pool import QueuePool

from store.database import Store
from store.frames.conclusions import ConclusionReader
from store.frames.evidence import EvidenceReader

CACHE_KIB = 65_536
"""What SQLite may keep of a file in memory: with its own 2 MiB it reads the same pages again and again."""


class BulkReader(EvidenceReader, ConclusionReader):
    """Everything that is read of one property in bulk."""


@contextmanager
def bulk_connection(store: Store) -> Iterator[Any]:
    """Open an ADBC connection; what it wrote is lost unless committed.

    ADBC brings its own SQLite library, and two of them in one process undo each other's file locks (SQLite,
    "How to corrupt a database file", 2.2.1). So the pooled connections are closed first, and no session of
    this process may be open until this one is closed. Other processes are in no danger.
    """
    if store.is_sqlite:
        _alone(store)
        connection = adbc_driver_sqlite.dbapi.connect(store.url.database)
    else:
        url = store.url.set(drivername="postgresql").render_as_string(hide_password=False)
        connection = adbc_driver_postgresql.dbapi.connect(url)
    with connection:
        if store.is_sqlite:
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        yield connection


def _alone(store: Store) -> None:
    pool = store.engine.pool
    if isinstance(pool, QueuePool) and pool.checkedout() > 0:
        raise RuntimeError("a session of this process is open; end it before reading in bulk")
    store.close()


@contextmanager
def bulk_reader(store: Store, property_id: int, domains: pl.DataFrame | None = None) -> Iterator[BulkReader]:
    """Open a reader of one property, or of some of its `domains` (`EvidenceReader.choose`).

    It sees what is stored now; what comes in while it reads is left to the next one.
    """
    with bulk_connection(store) as connection:
        _stand_still(connection, is_sqlite=store.is_sqlite)
        reader = reader_of(store, connection, property_id)
        if domains is not None:
            reader.choose(domains)
        yield reader


def _stand_still(connection: Any, *, is_sqlite: bool) -> None:
    """Begin a snapshot: SQLite's transaction has one from its first read on, PostgreSQL's if asked."""
    begin = () if is_sqlite else ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",)
    with connection.cursor() as cursor:
        for statement in (*begin, "SELECT count(*) FROM alembic_version"):
            cursor.execute(statement)
        cursor.fetchall()


def reader_of(store: Store, connection: Any, property_id: int) -> BulkReader:
    """Return a reader that uses a connection of `bulk_connection`, within its transaction."""
    return BulkReader(connection, property_id=property_id, is_sqlite=store.is_sqlite)
