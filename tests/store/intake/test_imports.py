"""Imports: every row kept, nothing twice, nothing half."""

import sqlite3
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import func, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from evidence.property import Property
from store.database import Store
from store.intake.first_rows import indexed_afterwards
from store.intake.imports import ReportFile, ReportImport
from store.intake.reported import ReportedPages, ReportedRows, ReportedTarget
from store.models import Backlink, Base, Domain, Frontier, Page, Report, Statement, Target
from store.properties import find_property, put_property

NOW = datetime(2026, 11, 21, tzinfo=UTC)
Row = tuple[tuple[str, str, str, str], ReportedTarget | None, dict[str, Any]]
STATEMENT_COLUMNS = tuple(
    column.name for column in Statement.__table__.columns if column.name not in {"report_id", "backlink_id"}
)
FILE = ReportFile(sha256="aa", file_name="one.csv", format="plain-list", tool="list")


def row(line: int, host: str = "a.test", path: str = "x", target: str = "", **columns: Any) -> Row:
    said = {
        "line": line,
        "source_url": "http://a.test/x",
        "first_seen": int(NOW.timestamp()),
        "nofollow": True,
    }
    texts = dict.fromkeys(
        ("target_url", "title", "left", "anchor", "right", "type", "language", "lost_reason"), ""
    )
    page = (f"https://{host}/{path}", f"http://{host}/{path}", host, host)
    linked = ReportedTarget(url=target, identity=target, is_image=target.endswith(".jpg"))
    return page, linked if target else None, {**dict.fromkeys(STATEMENT_COLUMNS), **texts, **said, **columns}


def together(rows: list[Row]) -> ReportedRows:
    pages, targets, said = zip(*rows, strict=True)
    columns = {name: [one[name] for one in said] for name in STATEMENT_COLUMNS}
    return ReportedRows(ReportedPages(*zip(*pages, strict=True)), targets, columns)


def count(session: Session, model: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def take(store: Store, rows: list[Row], file: ReportFile = FILE) -> int:
    with store.write() as session:
        return fill(session, rows, file)


def fill(session: Session, rows: list[Row], file: ReportFile = FILE, *, is_first: bool = False) -> int:
    put_property(session, Property(name="shop.test", domains=("shop.test",)), now=NOW)
    session.flush()
    report = ReportImport(session, "shop.test", file, now=NOW, is_first=is_first)
    if report.is_known:
        return 0
    report.add(together(rows))
    return report.finish(skipped=0)


ROWS = [
    row(2, target="http://shop.test/a.jpg"),
    row(3, target="http://shop.test/a.jpg"),
    row(4),
    row(5, "b.test"),
]


def test_rows_become_statements_and_pairs_become_backlinks(store: Store) -> None:
    assert take(store, ROWS) == 3
    with store.read() as session:
        counts = {
            model: count(session, model) for model in (Domain, Page, Frontier, Target, Backlink, Statement)
        }
        assert counts == {Domain: 2, Page: 2, Frontier: 2, Target: 1, Backlink: 3, Statement: 4}
        assert session.scalars(select(Report.rows)).one() == 4
        assert session.scalars(select(Frontier.due_at).distinct()).all() == [NOW]
        assert find_property(session, "shop.test").backlinks == 3


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    take(store, ROWS)
    assert take(store, ROWS) == 0
    with store.read() as session:
        assert count(session, Statement) == 4
        assert count(session, Report) == 1


def test_another_file_adds_statements_to_the_same_backlinks(store: Store) -> None:
    take(store, ROWS)
    assert take(store, ROWS[:2], replace(FILE, sha256="bb")) == 0
    with store.read() as session:
        assert count(session, Statement) == 6
        assert count(session, Backlink) == 3


def test_an_import_that_fails_leaves_nothing(store: Store) -> None:
    unstorable = row(6, title=object())
    with pytest.raises((sqlite3.Error, psycopg.Error)):
        take(store, [*ROWS, unstorable])
    with store.read() as session:
        assert [count(session, model) for model in (Report, Page, Backlink, Statement)] == [0, 0, 0, 0]


def schema(store: Store) -> set[str]:
    with store.read() as session:
        return schema_within(session)


def schema_within(session: Session) -> set[str]:
    tables = inspect(session.connection())
    return {
        str(one["name"])
        for table in tables.get_table_names()
        for one in (*tables.get_indexes(table), *tables.get_foreign_keys(table))
    }


def test_a_first_import_leaves_every_index_and_key_and_a_failed_one_too(store: Store) -> None:
    before = schema(store)
    for fails in (True, False):
        with (
            suppress(ZeroDivisionError),
            store.write(bulk=True) as session,
            indexed_afterwards(session) as empty,
        ):
            assert empty
            assert len(schema_within(session)) < len(before)
            fill(session, ROWS, is_first=empty)
            assert not fails or 1 / 0
        assert schema(store) == before
    with store.read() as session:
        assert count(session, Statement) == 4


def test_the_first_line_of_a_page_gives_its_spelling_in_a_first_import_too(store: Store) -> None:
    rows = [row(9, path="x"), row(3, path="x", target="http://shop.test/a.jpg"), row(5, path="x")]
    spelt = [((f"{page[0]}#{said['line']}", *page[1:]), target, said) for page, target, said in rows]
    with store.write(bulk=True) as session, indexed_afterwards(session) as empty:
        assert fill(session, spelt, is_first=empty) == 2
    with store.read() as session:
        assert session.scalars(select(Page.url)).all() == ["https://a.test/x#3"]
        assert count(session, Frontier) == 1


def test_a_filled_store_keeps_its_indexes_while_more_comes_in(store: Store) -> None:
    take(store, ROWS)
    before = schema(store)
    with store.write(bulk=True) as session, indexed_afterwards(session) as empty:
        assert not empty
        assert schema_within(session) == before
        fill(session, ROWS, replace(FILE, sha256="bb"))
    assert schema(store) == before


def test_keys_are_checked_again_after_an_import(store: Store) -> None:
    with store.write(bulk=True) as session, indexed_afterwards(session):
        fill(session, ROWS)
    with pytest.raises(IntegrityError), store.write() as session:
        session.add(Frontier(page_id=1, domain_id=1))
