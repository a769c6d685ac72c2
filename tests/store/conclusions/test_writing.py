"""First conclusions pass SQLite's log (WAL) by, later ones do not, and nothing is lost by it."""

import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from analysis.analyse import analyse
from store.conclusions.writing import bulk_writer, is_first
from store.database import Store, open_store
from store.models import QueueRow, Verdict
from store.properties import property_key
from tests.analysis import seeding

FILL = (
    "INSERT INTO domain (id, name, leased_by) WITH RECURSIVE n(i) AS "
    "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT i, printf('%0100d', i), '' FROM n"
)
"""Twenty megabytes: more than SQLite keeps in memory here, so that the file itself has some of it."""
KILLED_WHILE_WRITING = f"""
import os, signal, sys
from store.conclusions.writing import bulk_writer
from store.database import open_store
with bulk_writer(open_store(sys.argv[1]), first=True) as connection, connection.cursor() as cursor:
    cursor.execute("PRAGMA cache_size = -1000")
    cursor.execute({FILL!r})
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


def value(connection: Any, query: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]


def domains(store: Store) -> int:
    with store.read() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        return int(session.scalar(text("SELECT count(*) FROM domain")) or 0)


@pytest.mark.parametrize(("first", "mode"), [(True, "delete"), (False, "wal")])
def test_only_first_conclusions_pass_the_log_by(url: str, mode: str, *, first: bool) -> None:
    store = open_store(url)
    with bulk_writer(store, first=first) as connection, connection.cursor() as cursor:
        assert value(connection, "PRAGMA journal_mode") == mode
        cursor.execute(FILL)
    assert domains(store) == 200_000
    store.close()


def test_a_store_that_somebody_else_reads_keeps_its_log(url: str) -> None:
    store, other = open_store(url), Path(url.removeprefix("sqlite:///"))
    reading = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM domain'); print(flush=True); input()"
    command = [sys.executable, "-c", reading, str(other)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as beside:
        assert beside.stdout is not None
        beside.stdout.readline()
        with bulk_writer(store, first=True) as connection, connection.cursor() as cursor:
            assert value(connection, "PRAGMA journal_mode") == "wal"
            assert value(connection, "PRAGMA busy_timeout") == 60_000
            cursor.execute(FILL)
        beside.communicate("\n")
    assert domains(store) == 200_000
    store.close()


def test_a_failure_and_a_kill_leave_nothing(url: str, tmp_path: Path) -> None:
    store = open_store(url)
    with suppress(ZeroDivisionError), bulk_writer(store, first=True) as connection:
        with connection.cursor() as cursor:
            cursor.execute(FILL)
        raise ZeroDivisionError
    assert domains(store) == 0
    store.close()
    done = subprocess.run([sys.executable, "-c", KILLED_WHILE_WRITING, url], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "store.db").stat().st_size > 10_000_000, "it had begun to fill the file"
    store = open_store(url)
    assert domains(store) == 0
    store.close()


@pytest.mark.parametrize("model", [Verdict, QueueRow])
def test_conclusions_are_the_first_until_there_are_some(
    store: Store, tmp_path: Path, model: type[Verdict | QueueRow]
) -> None:
    seeding.seed(store, tmp_path)
    assert is_first(store, model, property_key(seeding.NAME))
    analyse(store, seeding.NAME, now=seeding.NOW)
    assert not is_first(store, model, property_key(seeding.NAME))
