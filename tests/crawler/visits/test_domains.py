"""The pages of one domain, one after the other."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Store, open_store
from tests.crawler.seeding import crawl, seed
from tests.crawler.server import Asked, WebServer, response

HOST = "site.test"
PAGE = b"<p>Nothing about anybody."


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield store
    store.close()


def test_a_page_is_visited_while_the_one_before_is_being_stored(sqlite_store: Store, tmp_path: Path) -> None:
    """Somebody holds the store from the first page until a second one is asked for: else all would wait."""
    pages = [f"/{number}" for number in range(3)]
    seed(sqlite_store, [f"http://{HOST}{path}" for path in pages])
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None, check_same_thread=False)
    held = [False]

    def answer(asked: Asked) -> bytes:
        first = web.asked(HOST)[1]
        if asked.path == first and not held[0]:
            other.execute("BEGIN IMMEDIATE")
            held[0] = True
        elif asked.path in pages and asked.path != first and other.in_transaction:
            other.execute("ROLLBACK")
        return response(PAGE)

    with WebServer() as web:
        web.routes |= {(HOST, path): answer for path in pages}
        ended = crawl(str(sqlite_store.url), tmp_path, connect_to={"test": f"127.0.0.1:{web.port}"}, loads=1)
    other.close()
    assert held == [True]
    assert ended.summary["visited"] == 3
