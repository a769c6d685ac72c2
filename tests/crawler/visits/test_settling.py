"""The two pages that settle an absence, and the home page of a host that a page seems not to be of."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.visits.settling import KEPT_BYTES, Comparisons, Seen, home_of, sibling_of
from evidence.visited import Fetched
from store.crawls.pages import DuePage
from store.database import open_store
from tests.crawler.seeding import IMAGE, crawl, seed
from tests.crawler.server import WebServer


@pytest.mark.parametrize(
    ("url", "home", "sibling"),
    [
        ("http://one.test/a/b.html?x=1", "http://one.test/", "http://one.test/a/zz.html"),
        ("https://one.test:8443/a/b/", "https://one.test:8443/", "https://one.test:8443/a/b/zz"),
        ("http://one.test/", "http://one.test/", "http://one.test/zz"),
        ("http://one.test/p.php", "http://one.test/", "http://one.test/zz.php"),
        ("http://one.test/v1.0.final", "http://one.test/", "http://one.test/zz.final"),
        ("http://one.test/.hidden", "http://one.test/", "http://one.test/zz"),
    ],
)
def test_addresses(url: str, home: str, sibling: str) -> None:
    assert home_of(url) == home
    assert sibling_of(url, "zz") == sibling


def test_a_foreign_page_asks_for_the_home_page_once(tmp_path: Path) -> None:
    text = "Spielplan und Ergebnisse der neuen Saison mit allen Mannschaften. " * 9
    link = f'<a href="{IMAGE}">Flakon</a>'
    with WebServer() as web:
        for host in ("chess.test", "kegeln.test", "tiny.test"):
            web.page(host, "/", f"<html><title>Start</title><p>{text}")
        for path in ("/a", "/b"):
            web.page("chess.test", path, f"<html lang=de><title>Bags</title><p>{text}{link}")
        web.page("kegeln.test", "/a", f"<html lang=de><title>Kegeln heute</title><p>{text}{link}")
        web.page("tiny.test", "/a", f"<html lang=de><title>Bags</title><p>{link}")
        store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
        seed(
            store,
            [f"http://{page}" for page in ("chess.test/a", "chess.test/b", "kegeln.test/a", "tiny.test/a")],
        )
        crawl(str(store.url), tmp_path, connect_to={"test": f"127.0.0.1:{web.port}"})
        store.close()
    asked = sorted((one.host, one.path) for one in web.log if one.path != "/robots.txt")
    pages = [("chess.test", "/a"), ("chess.test", "/b"), ("kegeln.test", "/a"), ("tiny.test", "/a")]
    assert asked == sorted([("chess.test", "/"), *pages]), "no sibling, and nothing for pages that belong"


def due(number: int) -> DuePage:
    host = f"site{number}.test"
    return DuePage(
        id=number,
        domain_id=number,
        url=f"http://{host}/p",
        host=host,
        due_at=None,
        attempts=0,
        interval=0,
        missing_since=None,
        backlinks=(),
    )


def test_a_few_large_pages_are_forgotten_before_many_small_ones() -> None:
    """Evidence of 2,000 hosts with pages of 10 MiB would fill the memory (invariant G1)."""
    asked: list[str] = []
    size = KEPT_BYTES // 4

    async def stored(page: DuePage, _since: datetime) -> Mapping[str, Seen]:
        asked.append(page.host)
        seen = Fetched(url=page.url, final_url=page.url, status=200), bytes(size)
        return {"home": seen, "sibling": seen}

    async def go() -> None:
        nobody: Any = None  # nothing has to be looked at
        comparisons = Comparisons(nobody, stored)
        for number in (1, 2, 2, 1, 3, 2, 1):
            pages = await comparisons.beside(due(number), now=datetime.now(UTC))
            assert pages.bytes == 2 * size

    asyncio.run(go())
    assert asked == [f"site{number}.test" for number in (1, 2, 3, 2, 1)]
