"""Statements through the driver that takes whole frames."""

from typing import Any

import polars as pl
from sqlalchemy import ClauseElement
from sqlalchemy.dialects import postgresql


def run(cursor: Any, statement: ClauseElement) -> None:
    """Run a statement that both databases understand; its values stand in it."""
    compiled = statement.compile(
        dialect=postgresql.dialect(),  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
        compile_kwargs={"literal_binds": True},
    )
    cursor.execute(str(compiled))


def set_aside(cursor: Any, name: str, rows: pl.DataFrame) -> None:
    """Keep rows in a temporary table of this connection, instead of what it had."""
    cursor.adbc_ingest(name, rows.to_arrow(), mode="replace", temporary=True)
