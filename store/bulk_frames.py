"""Queries to Polars frames, through ADBC, for one property."""

from typing import Any

import polars as pl
from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Float,
    MetaData,
    Select,
    Table,
    Text,
    case,
    func,
    select,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite

from store.models import Backlink, Visit
from store.models.base import BigKey

LATEST = Table(
    "latest_visit", MetaData(), Column("id", BigKey), Column("page_id", BigKey), Column("domain_id", BigKey)
)
"""A temporary table of a reader's own connection."""


class FrameReader:
    """Reads of one property's rows."""

    def __init__(self, connection: Any, *, property_id: int, is_sqlite: bool) -> None:
        """Use `bulk_reader`, which opens and closes the connection."""
        self.property_id = property_id
        self._connection = connection
        self._has_latest = False
        self._dialect = sqlite.dialect() if is_sqlite else postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped

    def latest_visits(self) -> Table:
        """Return the table of the latest visit of each page, made once: every shard asks for it."""
        if not self._has_latest:
            ours = select(Backlink.page_id).where(Backlink.property_id == self.property_id)
            latest = (
                select(func.max(Visit.id).label("id"), Visit.page_id, Visit.domain_id)
                .where(Visit.purpose == "page", Visit.page_id.in_(ours))
                .group_by(Visit.page_id, Visit.domain_id)
            )
            with self._connection.cursor() as cursor:
                cursor.execute(f"CREATE TEMPORARY TABLE {LATEST.name} AS {self._text(latest)}")
                cursor.execute(f"CREATE INDEX ix_{LATEST.name} ON {LATEST.name} (domain_id)")
            self._has_latest = True
        return LATEST

    def _text(self, query: Select[*tuple[Any, ...]]) -> str:
        text = str(query.compile(dialect=self._dialect, compile_kwargs={"literal_binds": True}))
        return text.replace("%%", "%")

    def frame(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        """Run a query; its columns keep their types on both databases."""
        with self._connection.cursor() as cursor:
            cursor.execute(self._text(query))
            frame = pl.from_arrow(cursor.fetch_arrow_table())
        assert isinstance(frame, pl.DataFrame)
        return frame.cast({column.name: _polars_type(column) for column in query.selected_columns})


def flag(condition: Any, name: str) -> ColumnElement[bool]:
    """Return a truth as 1 or 0: the two drivers have no common type for it."""
    return type_coerce(case((condition, 1), else_=0), Boolean).label(name)


def _polars_type(column: Any) -> type[pl.DataType]:
    """Return the column's type in frames: SQLite's driver guesses it from the first rows, if any."""
    if isinstance(column.type, Boolean):
        return pl.Boolean
    if isinstance(column.type, Text):
        return pl.String
    return pl.Float64 if isinstance(column.type, Float) else pl.Int64
