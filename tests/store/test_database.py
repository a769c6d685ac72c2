"""SQLite's log (WAL): passed by while the first rows come in, and nothing is lost by it."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from store.database import SMALL_PAGES, Store, open_store

FILL = text(
    "INSERT INTO domain (id, name, leased_by) WITH RECURSIVE n(i) AS "
    "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT i, printf('%0100d', i), '' FROM n"
)
"""Twenty megabytes: more than SQLite keeps in memory here, so that the file itself has some of it."""
KILLED_WHILE_FILLING = f"""
import os, signal, sys
from sqlalchemy import text
from store.database import open_store
with open_store(sys.argv[1]).write(bulk=True) as session:
    session.execute(text("PRAGMA cache_size=-1000"))
    session.execute(text({FILL.text!r}))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


def mode(session: Session) -> str:
    return str(session.scalar(text("PRAGMA journal_mode")))


def domains(store: Store) -> int:
    with store.read() as session:
        assert mode(session) == "wal"
        return int(session.scalar(text("SELECT count(*) FROM domain")) or 0)


def test_first_rows_pass_the_log_by_and_later_ones_do_not(url: str) -> None:
    store = open_store(url)
    with store.write(bulk=True) as session:
        assert mode(session) == "delete"
        session.execute(FILL)
    assert domains(store) == 200_000
    with store.write(bulk=True) as session:
        assert int(session.scalar(text("PRAGMA page_count")) or 0) > SMALL_PAGES
        assert mode(session) == "wal"
    store.close()


def test_a_store_that_somebody_else_reads_keeps_its_log(url: str) -> None:
    store, other = open_store(url), open_store(url)
    with other.read() as reading:
        assert reading.scalar(text("SELECT count(*) FROM domain")) == 0
        with store.write(bulk=True) as session:
            assert mode(session) == "wal"
            session.execute(FILL)
        assert reading.scalar(text("SELECT count(*) FROM domain")) == 0, "its own snapshot"
    assert domains(other) == 200_000
    store.close()
    other.close()


def test_a_failure_and_a_kill_leave_nothing_of_the_first_rows(url: str, tmp_path: Path) -> None:
    store = open_store(url)
    with suppress(ZeroDivisionError), store.write(bulk=True) as session:
        session.execute(FILL)
        raise ZeroDivisionError
    assert domains(store) == 0
    store.close()
    done = subprocess.run([sys.executable, "-c", KILLED_WHILE_FILLING, url], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "store.db").stat().st_size > 10_000_000, "it had begun to fill the file"
    store = open_store(url)
    assert domains(store) == 0
    store.close()


def test_a_crawl_leaves_its_memory_to_what_servers_send(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}", cache_mib=16)
    with store.read() as session:
        assert session.scalar(text("PRAGMA cache_size")) == -16 * 1024
    store.close()


@pytest.mark.parametrize(("durable", "synchronous"), [(False, 1), (True, 2)])
def test_what_survives_a_power_cut(url: str, synchronous: int, *, durable: bool) -> None:
    """SQLite's NORMAL for what a crawl can fetch again, FULL for what a person decided; on one connection, too."""
    store = open_store(url)
    with store.write(durable=not durable) as session:
        session.execute(text("SELECT 1"))
    with store.write(durable=durable) as session:
        assert session.scalar(text("PRAGMA synchronous")) == synchronous
    store.close()


def test_a_writer_waits_longer_for_another_one_than_half_a_minute(url: str) -> None:
    """Hostile case 104; and it takes the lock at its start, where waiting helps."""
    store = open_store(url)
    with store.write() as session:
        assert (session.scalar(text("PRAGMA busy_timeout")) or 0) > 30_000
        other = sqlite3.connect(url.removeprefix("sqlite:///"), timeout=0)
        with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    store.close()
