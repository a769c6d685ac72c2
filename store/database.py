"""Opening the store: SQLite in WAL by default, PostgreSQL by URL, the schema brought up to date.

SQLite runs with `synchronous=NORMAL`: after a power cut the last transactions of a crawl may be gone, but
the file is whole, and a crawl fetches them again. What a person decided is written with `durable=True`.
"""

import importlib.resources
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from evidence.errors import LinkwitnessError

LOCK_WAIT_S = 60
"""How long a writer waits for another one before it gives up (hostile case 104)."""
CACHE_MIB = 64
"""Of an SQLite file, that a connection keeps."""
SMALL_PAGES = 1_000
"""Pages, of 4 KB each, of an SQLite file that has next to nothing in it."""


class StoreError(LinkwitnessError):
    """The store cannot be used; the message says why and what to do."""


class Store:
    """One database: hands out sessions for reading and transactions for writing."""

    def __init__(self, url: str, *, cache_mib: int = CACHE_MIB) -> None:
        """Connect lazily to an SQLAlchemy URL, such as `sqlite:///linkwitness.db`.

        Raises:
            StoreError: the URL is none, or names a kind of database that cannot be used here.
        """
        try:
            self.url: URL = make_url(url)
            self.engine: Engine = _engine(self.url, cache_mib)
        except (SQLAlchemyError, ImportError) as error:
            raise StoreError(
                f"the store's URL names no database that can be used: {error}; "
                "write sqlite:///linkwitness.db or postgresql://user@host/name"
            ) from error

    @property
    def is_sqlite(self) -> bool:
        """Whether the store is one SQLite file."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session over one snapshot; nothing it changes is kept."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self, *, durable: bool = False, bulk: bool = False) -> Iterator[Session]:
        """Give a session in one transaction: committed at the end, rolled back on any error.

        On SQLite the transaction takes the write lock at its start, so that it waits for other writers
        instead of failing half-way. `durable` makes it survive a power cut. `bulk` is for many rows
        whose keys come from their content, parents first: SQLite then does not look up every foreign key,
        and a nearly empty file takes them itself instead of its log first.
        """
        with Session(self.engine, expire_on_commit=False) as session:
            session.connection(execution_options={"immediate": True, "durable": durable, "bulk": bulk})
            try:
                yield session
                session.commit()
            except BaseException:
                session.rollback()
                raise
            finally:
                if bulk and self.is_sqlite:
                    session.close()
                    self.engine.dispose()  # whoever connects next has the log again

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_store(url: str, *, cache_mib: int = CACHE_MIB) -> Store:
    """Open a store whose schema is current; create an empty one.

    `cache_mib`: of an SQLite file, that each connection keeps in memory.

    Raises:
        StoreError: the schema is older or newer than this program, or the database cannot be reached.
    """
    store = Store(url, cache_mib=cache_mib)
    found, known = revisions(store)
    if found is None:
        upgrade(store)
    elif found != known:
        store.close()
        raise StoreError(
            f"the store {store.url.render_as_string()} has schema {found}, this program needs {known}: "
            "run `linkwitness db upgrade`, or use a newer Linkwitness if the store is the newer one"
        )
    return store


def revisions(store: Store) -> tuple[str | None, str | None]:
    """Return the store's schema revision (None for an empty store) and the one this program needs."""
    _make_folder(store.url)
    try:
        with store.engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError as error:
        why = error.orig if isinstance(error, DBAPIError) else error
        raise StoreError(f"the store {store.url.render_as_string()} cannot be opened: {why}") from error
    return found, ScriptDirectory.from_config(_alembic()).get_current_head()


def upgrade(store: Store, revision: str = "head") -> None:
    """Bring the schema to `revision`, in one transaction.

    Raises:
        StoreError: the schema is one that this program does not know.
    """
    _make_folder(store.url)
    try:
        with store.engine.begin() as connection:
            command.upgrade(_alembic(connection), revision)
    except CommandError as error:
        raise StoreError(
            f"the store {store.url.render_as_string()} was made by a newer Linkwitness: use that ({error})"
        ) from error


def downgrade(store: Store, revision: str) -> None:
    """Take the schema back to `revision`, in one transaction."""
    with store.engine.begin() as connection:
        command.downgrade(_alembic(connection), revision)


def _alembic(connection: Connection | None = None) -> Config:
    """Return an Alembic configuration that needs no ini file."""
    config = Config()
    config.set_main_option("script_location", str(importlib.resources.files("migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _make_folder(url: URL) -> None:
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        folder = Path(url.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the folder {folder} cannot be made: {error.strerror}") from error


def _engine(url: URL, cache_mib: int) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": LOCK_WAIT_S})
    event.listen(engine, "connect", lambda connection, _: _prepare_sqlite(connection, cache_mib))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, cache_mib: int) -> None:
    """Leave BEGIN to us (the driver's own is deferred and late) and set what lasts for the connection."""
    connection.isolation_level = None
    # Some systems build SQLite so that it overwrites what is deleted, which doubles the work of an import.
    for pragma in ("journal_mode=WAL", f"cache_size=-{cache_mib * 1024}", "secure_delete=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if options.get('durable') else 'NORMAL'}")
    connection.exec_driver_sql(f"PRAGMA foreign_keys={'OFF' if options.get('bulk') else 'ON'}")
    if options.get("bulk"):
        _without_log(connection)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("immediate") else "BEGIN")


def _without_log(connection: Connection) -> None:
    """Let the first rows of a file into the file itself; through the log (WAL) all of them are written twice.

    Should the program die, a small journal of what was there before brings it back. A file that somebody
    else has open keeps its log.
    """
    if connection.exec_driver_sql("PRAGMA page_count").scalar_one() > SMALL_PAGES:
        return
    connection.exec_driver_sql("PRAGMA busy_timeout=0")
    with suppress(OperationalError):
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
        connection.exec_driver_sql("PRAGMA synchronous=FULL")
    connection.exec_driver_sql(f"PRAGMA busy_timeout={LOCK_WAIT_S * 1000}")
