"""Queries to Polars frames, through ADBC, for one property."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl
from sqlalchemy import Boolean, ColumnElement, Float, Select, Text, case, type_coerce
from sqlalchemy.dialects import postgresql, sqlite

from store.frames.changes import set_aside

BATCH = 100_000
"""Rows of a table that are in memory at a time while it is walked over."""


class FrameReader:
    """Reads of one property's rows."""

    def __init__(self, connection: Any, *, property_id: int, is_sqlite: bool) -> None:
        """Use `bulk_reader`, which opens and closes the connection."""
        self.property_id = property_id
        self._connection = connection
        self._is_sqlite = is_sqlite
        self._dialect = sqlite.dialect() if is_sqlite else postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped

    def frame(self, query: Select[*tuple[Any, ...]]) -> pl.DataFrame:
        """Run a query; its columns keep their types on both databases."""
        return pl.concat(self.frames(query))

    def frames(self, query: Select[*tuple[Any, ...]]) -> Iterator[pl.DataFrame]:
        """Run a query and give its rows in batches, the first of which may be empty."""
        types = {column.name: _polars_type(column) for column in query.selected_columns}
        with self._connection.cursor() as cursor:
            if self._is_sqlite:
                cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(BATCH)})
            cursor.execute(self._text(query))
            reader = cursor.fetch_record_batch()
            yield _typed(reader.schema.empty_table(), types)
            for batch in reader:
                yield _typed(batch, types)

    def put_aside(self, name: str, rows: pl.DataFrame) -> None:
        """Keep rows in a temporary table of this connection, to be joined with."""
        with self._connection.cursor() as cursor:
            set_aside(cursor, name, rows)

    def _text(self, query: Select[*tuple[Any, ...]]) -> str:
        text = str(query.compile(dialect=self._dialect, compile_kwargs={"literal_binds": True}))
        return text.replace("%%", "%")


def _typed(rows: Any, types: Mapping[str, type[pl.DataType]]) -> pl.DataFrame:
    frame = pl.from_arrow(rows)
    assert isinstance(frame, pl.DataFrame)
    return frame.select(pl.col(name).cast(kind) for name, kind in types.items())


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
