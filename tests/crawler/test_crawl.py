"""Whole crawls against a server on loopback: what is seen and stored."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from pathlib import Path

from sqlalchemy import select

from store.database import Store
from store.models import Backlink, Presence, Reference, Visit
from tests.crawler.seeding import crawl, seed
from tests.crawler.server import Asked, WebServer, response
from tests.crawler.visited import FOUND, NOTHING, states, visit_all, visits


async def drip(asked: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>"
    await asyncio.sleep(0.2)
    yield b"broken off"


OUTCOMES = {
    "http://plain.test/p": ("present", "link"),
    "http://gone.test/p": ("absent", "gone"),
    "http://moved.test/p": ("present", "link"),
    "http://packed.test/p": ("present", "link"),
    "http://loop.test/p": ("unknown", "redirect-loop"),
    "http://inside.test/p": ("unknown", "refused-address"),
    "http://file.test/p": ("unknown", "bad-address"),
    "http://closed.test/p": ("unknown", "robots"),
    "http://sent.test/p": ("unknown", "robots"),
    "http://ill.test/p": ("unknown", "robots"),
    "http://broken.test/p": ("unknown", "robots"),
    "http://sick.test/p": ("unknown", "server-error"),
    "http://walled.test/p": ("unknown", "bot-wall"),
    "http://bomb.test/p": ("unknown", "cut-off"),
    "http://layers.test/p": ("unknown", "broken-answer"),
    "http://short.test/p": ("unknown", "cut-off"),
    "http://banner.test/p": ("unknown", "broken-answer"),
    "http://nothere.invalid/": ("unknown", "name-not-found"),
    "http://10.0.0.1/": ("unknown", "refused-address"),
    "http://[::1]/": ("unknown", "refused-address"),
    "http://localhost:8080/": ("unknown", "refused-address"),
}
"""What is said of each page that `serve_every_outcome` serves, or that nobody does."""


def serve_every_outcome(web: WebServer) -> None:
    web.page("plain.test", "/p", FOUND)
    web.page("gone.test", "/p", status=410)
    web.page("moved.test", "/p", status=301, location="http://www.moved.test/q")
    web.page("www.moved.test", "/q", FOUND)
    web.page("loop.test", "/p", status=302, location="/p")
    web.page("inside.test", "/p", status=302, location="http://169.254.169.254/latest/meta-data/")
    web.page("file.test", "/p", status=302, location="file:///etc/passwd")
    web.page("closed.test", "/robots.txt", "User-agent: *\nDisallow: /p")
    web.page("closed.test", "/p", FOUND)
    web.page("sent.test", "/p", status=302, location="http://closed.test/p?from=sent")
    web.page("ill.test", "/robots.txt", status=503)
    web.page("ill.test", "/p", FOUND)
    web.routes["broken.test", "/robots.txt"] = lambda _: b"SSH-2.0-OpenSSH_9.2\r\n\r\n"
    web.page("broken.test", "/p", FOUND)
    web.page("sick.test", "/p", "no", status=500)
    web.page("walled.test", "/p", "no", status=403)
    web.page("bomb.test", "/p", gzip.compress(b"<p>" + b"A" * 50_000_000), content_encoding="gzip")
    web.page("packed.test", "/p", gzip.compress(FOUND.encode()), content_encoding="gzip")
    web.page("layers.test", "/p", FOUND, content_encoding="gzip, gzip, gzip")
    web.routes["short.test", "/p"] = drip
    web.routes["banner.test", "/p"] = lambda _: b"SSH-2.0-OpenSSH_9.2\r\n\r\n"


def test_every_outcome_has_its_state_and_reason(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    serve_every_outcome(web)
    ended = visit_all(sqlite_store, web, tmp_path, list(OUTCOMES))
    assert states(sqlite_store) == OUTCOMES
    assert ended.summary["visited"] == len(OUTCOMES)
    assert (ended.summary["waiting"], ended.summary["stopped"]) == (0, False)
    seen = visits(sqlite_store)
    assert [hop["url"] for hop in seen["http://moved.test/p"].hops] == ["http://moved.test/p"]
    assert seen["http://moved.test/p"].final_url == "http://www.moved.test/q"
    assert [hop["url"] for hop in seen["http://inside.test/p"].hops] == ["http://inside.test/p"]
    assert seen["http://bomb.test/p"].truncated
    assert seen["http://bomb.test/p"].body_bytes == 10 * 1024 * 1024
    assert (seen["http://bomb.test/p"].received_bytes or 0) < 1024 * 1024, (
        "what came is not what it unpacks to"
    )
    for host in ("closed.test", "ill.test", "broken.test"):
        assert web.asked(host) == ["/robots.txt"], "whoever leads there"


def test_a_suspicious_absence_is_settled_by_home_page_and_sibling_once_per_host(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    for path in ("/one.html", "/two.html", "/"):
        web.page("club.test", path, NOTHING + path)
    urls = ["http://club.test/one.html", "http://club.test/two.html"]
    visit_all(sqlite_store, web, tmp_path, urls)
    asked = web.asked("club.test")
    assert asked.count("/") == 1
    (sibling,) = [path for path in asked if path.startswith("/zz-")]
    assert sibling.endswith(".html")
    assert set(visits(sqlite_store, "home")) == {"http://club.test/"}
    assert visits(sqlite_store, "sibling")[f"http://club.test{sibling}"].page_id is None


def test_a_page_that_changes_from_load_to_load_is_seen_k_of_n(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    loads = iter([NOTHING + "first", FOUND, NOTHING + "third"])
    web.page(
        "shuffled.test", "/", "<html><title>Start</title>" + "Welcome to our little gallery of things. " * 9
    )
    web.routes["shuffled.test", "/p"] = lambda _: response(next(loads).encode())
    visit_all(sqlite_store, web, tmp_path, ["http://shuffled.test/p"])
    with sqlite_store.read() as session:
        backlink = session.scalars(select(Backlink)).one()
        said_so = session.get_one(Visit, backlink.visit_id)
        assert (backlink.state, backlink.seen_loads, backlink.loads) == ("present", 1, 3)
        assert said_so.purpose == "again"
        per_load = session.execute(
            select(Visit.purpose, Presence.state)
            .join(Presence, Presence.visit_id == Visit.id)
            .order_by(Visit.id)
        ).all()
        assert [tuple(row) for row in per_load] == [
            ("page", "absent"),
            ("again", "present"),
            ("again", "absent"),
        ]
        assert session.scalars(select(Reference.visit_id)).first() == backlink.visit_id


def test_only_named_pages_are_visited(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    urls = ["http://one.test/a", "http://one.test/b", "http://two.test/c"]
    for url in urls:
        web.page(url.split("/")[2], f"/{url[-1]}", FOUND)
    ids = seed(sqlite_store, urls)
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "page_ids": [ids["http://one.test/b"]]}
    for _ in range(2):
        assert crawl(str(sqlite_store.url), tmp_path, **job).summary["visited"] == 1
    assert web.asked("one.test") == ["/robots.txt", "/b"] * 2
    assert web.asked("two.test") == []


def test_a_page_beyond_its_budget_is_unknown(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    """More elements than are read: nobody knows what stands behind them."""
    web.page("endless.test", "/p", NOTHING + "<p>" * 3_000_000)
    ended = visit_all(sqlite_store, web, tmp_path, ["http://endless.test/p"])
    assert ended.counts == {("unknown", "cut-off"): 1}
