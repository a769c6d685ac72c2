"""Crawls that end before their time, and those that go on after them."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

from sqlalchemy import select

from store.database import Store
from store.models import Domain, Frontier, Visit
from tests.crawler.many_pages import wait_for
from tests.crawler.seeding import Crawl, crawl, seed
from tests.crawler.server import Asked, WebServer
from tests.crawler.visited import FOUND, visits


def check_that_nothing_is_lost_or_repeated(
    store: Store, web: WebServer, tmp_path: Path, name: str, *, times: int = 1
) -> None:
    urls = [f"http://site{site}.test/{page}" for site in range(30) for page in range(5)]
    for url in urls:
        _, _, host, path = url.split("/", 3)
        web.page(host, f"/{path}", FOUND)
    seed(store, urls)
    store_url = store.url.render_as_string(hide_password=False)
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 0.05}
    first = Crawl(store_url, tmp_path, **job)
    while (
        len(web.log) < 100
    ):  # a robots.txt and two pages of each host are 90: the first one is stored by then
        time.sleep(0.01)
    for _ in range(times):
        first.send(signal.Signals[name])
    ended = first.ended()
    if name != "SIGKILL":
        assert (ended.code, ended.errors) == (0, "")
        assert ended.summary["stopped"]
        assert ended.summary["waiting"] == len(urls) - ended.summary["visited"]
    stored = len(visits(store))
    assert 0 < stored < len(urls)
    second = crawl(store_url, tmp_path, **job)
    assert second.summary["visited"] == len(urls) - stored
    with store.read() as session:
        assert sorted(session.scalars(select(Visit.url))) == sorted(urls), "each page once"
        assert all(session.scalars(select(Frontier.due_at)))
    pages = [request for request in web.log if request.path != "/robots.txt"]
    in_flight = 2 * 30
    assert len(pages) - len(urls) <= in_flight, "of each host the page being asked for, and one being stored"


def test_ctrl_c_ends_cleanly_and_the_next_crawl_goes_on(store: Store, web: WebServer, tmp_path: Path) -> None:
    check_that_nothing_is_lost_or_repeated(store, web, tmp_path, "SIGINT")


def test_sigterm_ends_cleanly_too(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    check_that_nothing_is_lost_or_repeated(sqlite_store, web, tmp_path, "SIGTERM")


def test_impatience_costs_nothing(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    check_that_nothing_is_lost_or_repeated(sqlite_store, web, tmp_path, "SIGINT", times=3)


def test_servers_that_hang_hold_no_end_up(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    """Ten seconds after the wish to stop what is in flight is dropped, and stays due (hostile case 102)."""
    urls = [f"http://site{site}.test/p" for site in range(20)]
    for url in urls:
        web.routes[url.split("/")[2], "/p"] = silence
    seed(sqlite_store, urls)
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "deadline_s": 600}
    running = Crawl(str(sqlite_store.url), tmp_path, **job)
    wait_for(lambda: sum(asked.path == "/p" for asked in web.log) == len(urls))
    running.send(signal.SIGTERM)
    ended = running.ended(60)
    assert (ended.code, ended.errors) == (0, "")
    assert (ended.summary["visited"], ended.summary["waiting"]) == (0, len(urls))
    with sqlite_store.read() as session:
        assert not session.scalars(select(Domain.leased_by).where(Domain.leased_by != "")).all()


async def silence(_: Asked) -> AsyncIterator[bytes]:
    """Take the request, and answer nothing."""
    await asyncio.sleep(600)
    yield b""


def test_a_killed_crawl_goes_on_where_it_was(store: Store, web: WebServer, tmp_path: Path) -> None:
    check_that_nothing_is_lost_or_repeated(store, web, tmp_path, "SIGKILL")
