"""A server on loopback and a store of its own for tests that crawl."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Store, open_store
from tests.crawler.server import WebServer


@pytest.fixture
def web() -> Iterator[WebServer]:
    """Give a web server that answers for any host, empty at first."""
    with WebServer() as server:
        yield server


@pytest.fixture
def sqlite_store(current_file: Path, tmp_path: Path) -> Iterator[Store]:
    """Give a store in a SQLite file."""
    shutil.copy(current_file, tmp_path / "store.db")
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield store
    store.close()
