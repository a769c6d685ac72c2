"""Imports: every row kept, nothing twice, nothing half."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from evidence.property import Property
from store.database import Store
from store.imports import (
    STATEMENT_COLUMNS,
    ReportedBacklink,
    ReportedPage,
    ReportedTarget,
    ReportFile,
    ReportImport,
)
from store.models import Backlink, Base, Domain, Frontier, Page, Report, Statement, Target
from store.properties import find_property, put_property

NOW = datetime(2026, 11, 21, tzinfo=UTC)
FILE = ReportFile(sha256="aa", file_name="one.csv", format="plain-list", tool="list")


def statement(line: int, **columns: Any) -> tuple[Any, ...]:
    said = {"line": line, "source_url": "http://a.test/x", "first_seen": NOW, "nofollow": True, **columns}
    texts = dict.fromkeys(
        ("source_url", "target_url", "title", "left", "anchor", "right", "type", "language", "lost_reason"),
        "",
    )
    return tuple({**texts, **said}.get(name) for name in STATEMENT_COLUMNS)


def row(line: int, host: str = "a.test", path: str = "x", target: str = "") -> ReportedBacklink:
    return ReportedBacklink(
        page=ReportedPage(
            identity=f"http://{host}/{path}", url=f"https://{host}/{path}", host=host, domain=host
        ),
        target=ReportedTarget(identity=target, url=target, is_image=target.endswith(".jpg"))
        if target
        else None,
        statement=statement(line),
    )


def count(session: Session, model: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def take(store: Store, rows: list[ReportedBacklink], file: ReportFile = FILE) -> int:
    with store.write() as session:
        put_property(session, Property(name="shop.test", domains=("shop.test",)), now=NOW)
        session.flush()
        report = ReportImport(session, "shop.test", file, now=NOW)
        if report.is_known:
            return 0
        report.add(rows)
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
    unstorable = replace(row(6), statement=statement(6, title=object()))
    with pytest.raises((SQLAlchemyError, psycopg.Error, TypeError)):
        take(store, [*ROWS, unstorable])
    with store.read() as session:
        assert [count(session, model) for model in (Report, Page, Backlink, Statement)] == [0, 0, 0, 0]
