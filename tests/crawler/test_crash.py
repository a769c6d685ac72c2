"""Crawls that are killed, frozen or beside each other: nothing stored is lost, nothing repeated."""

import contextlib
import os
import re
import shutil
import signal
import sqlite3
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import func, select

from store.database import Store
from store.models import Presence, Visit
from tests.crawler.crash import PAGE, kill_and_judge
from tests.crawler.many_pages import PAGES, many_pages, wait_for
from tests.crawler.seeding import Crawl, crawl, seed
from tests.crawler.server import WebServer

IN_FLIGHT = 256
"""What a kill can make the crawl ask for again: of 128 domains visited at once a page, and one being stored.

With a second between two requests to a domain, the one before is stored long before the next is asked for."""


def test_kill_nine_at_random_moments(store: Store, tmp_path: Path) -> None:
    """The long version, 100 kills of 4,000 pages: `python -m tests.crawler.crash`."""
    outcome = kill_and_judge(store, tmp_path, pages=300, kills=3, seed_of_chance=1)
    assert outcome.stored == outcome.pages
    assert outcome.stored_twice == outcome.asked_though_stored == outcome.unreadable == 0
    assert outcome.most_again <= IN_FLIGHT


def test_what_a_power_cut_leaves_of_the_database_is_whole(sqlite_store: Store, tmp_path: Path) -> None:
    """Hostile case 109: the files as they stand at some moment, opened by another process."""
    urls = [f"http://site{page % 50}.test/{page}" for page in range(400)]
    seed(sqlite_store, urls)
    stored = [0]
    with WebServer() as web:
        for url in urls:
            web.page(url.split("/")[2], f"/{url.rpartition('/')[2]}", PAGE)
        job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 0.1}
        crawl = Crawl(str(sqlite_store.url), tmp_path, **job)
        while crawl.process.poll() is None:
            os.kill(crawl.process.pid, signal.SIGSTOP)
            for name in ("store.db", "store.db-wal"):
                if (tmp_path / name).exists():
                    shutil.copy(tmp_path / name, tmp_path / f"cut-{name}")
            os.kill(crawl.process.pid, signal.SIGCONT)
            stored.append(_whole(tmp_path / "cut-store.db"))
            time.sleep(0.1)
        ended = crawl.ended()
    assert (ended.code, ended.errors) == (0, "")
    assert stored == sorted(stored), "nothing that was there once is gone later"
    assert len(set(stored)) > 3


def _whole(file: Path) -> int:
    """Return how many visits a copy of the database has, each with what it says."""
    with contextlib.closing(sqlite3.connect(file)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        visits = copy.execute("SELECT count(*) FROM visit").fetchone()[0]
        for table in ("presence", "backlink WHERE state != ''", "frontier WHERE interval > 0"):
            assert copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == visits
    for name in ("cut-store.db-wal", "cut-store.db-shm"):
        file.with_name(name).unlink(missing_ok=True)
    return int(visits)


def test_a_worker_that_slept_through_its_lease_writes_nothing(sqlite_store: Store, tmp_path: Path) -> None:
    """Another one visits its pages meanwhile; each page is stored once (hostile case 108)."""
    with WebServer() as web:
        urls = many_pages(web)
        seed(sqlite_store, urls)
        job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 0.2, "lease_s": 3}
        sleeper = Crawl(str(sqlite_store.url), tmp_path, **job)
        wait_for(lambda: len(web.log) > 60)
        sleeper.send(signal.SIGSTOP)
        time.sleep(4)
        other = crawl(str(sqlite_store.url), tmp_path, **job)
        sleeper.send(signal.SIGCONT)
        ended = sleeper.ended()
    assert ended.code == 0, ended.errors
    assert other.summary["visited"] + ended.summary["visited"] == PAGES
    (told,) = ended.summary["messages"]
    assert re.fullmatch(r"site\d+\.test and \d+ more went to another worker, .* was not stored", told)
    with sqlite_store.read() as session:
        assert sorted(session.scalars(select(Visit.url))) == sorted(urls)


def test_two_crawls_share_the_pages_while_somebody_reads(store: Store, tmp_path: Path) -> None:
    """No page twice, and whoever reads sees whole visits only (hostile case 107)."""
    with WebServer() as web:
        seed(store, many_pages(web))
        store_url = store.url.render_as_string(hide_password=False)
        job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 0.2}
        crawls = [Crawl(store_url, tmp_path, **job) for _ in range(2)]
        while any(one.process.poll() is None for one in crawls):
            with store.read() as session:
                said = select(func.count()).select_from(Presence)
                seen = select(func.count()).select_from(Visit).where(Visit.purpose == "page")
                counted = session.execute(select(said.scalar_subquery(), seen.scalar_subquery())).one()
            assert counted[0] == counted[1]
            time.sleep(0.1)
        ended = [one.ended() for one in crawls]
        asked = Counter(request.path for request in web.log if request.path != "/robots.txt")
    assert [(one.code, one.errors) for one in ended] == [(0, "")] * 2
    assert sum(one.summary["visited"] for one in ended) == PAGES
    assert set(asked.values()) == {1}
