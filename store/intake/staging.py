"""Many rows on their way in: temporary tables without indexes, filled as fast as the driver takes rows.

From there one statement for each table moves them where they belong; what is already there stays as it is.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Column, ColumnElement, MetaData, Table, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import InstrumentedAttribute, Session

from store.models import Base

_NUMBERS = {True: 1, False: 0}


def table_of(model: type[Base]) -> Table:
    """Return the table of a model."""
    return Base.metadata.tables[model.__tablename__]


def incoming(*likes: InstrumentedAttribute[Any]) -> Table:
    """Draw a temporary table with columns like some of a real one, or of several."""
    columns = [Column(like.key, like.expression.type) for like in likes]
    return Table(f"incoming_{likes[0].class_.__tablename__}", MetaData(), *columns, prefixes=["TEMPORARY"])


class Staging:
    """Some temporary tables within one transaction."""

    def __init__(self, session: Session, *tables: Table) -> None:
        """For tables that `incoming` drew."""
        self._session = session
        self._tables = tables
        self._is_postgresql = session.get_bind().dialect.name == "postgresql"

    def open(self) -> None:
        """Make the temporary tables."""
        for table in self._tables:
            table.create(self._session.connection())

    def close(self) -> None:
        """Drop the temporary tables."""
        for table in self._tables:
            table.drop(self._session.connection())

    def fill(self, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
        """Put rows, given as columns of one length, into a table.

        Past SQLAlchemy: PostgreSQL's COPY takes a fraction of the time of INSERT.
        """
        cursor = self._session.connection().connection.cursor()
        if self._is_postgresql:
            quote = self._session.connection().dialect.identifier_preparer.quote
            with cursor.copy(f"COPY {table.name} ({', '.join(map(quote, columns))}) FROM STDIN") as copy:
                for row in zip(*columns.values(), strict=True):
                    copy.write_row(row)
        else:
            plain = _plain(table, columns)
            rows = list(zip(*plain.values(), strict=True))
            cursor.executemany(_sqlite_insert(table, tuple(plain)), rows)

    def add(self, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
        """Add a few rows past the temporary tables; those whose key is there stay as they are."""
        self._session.connection().execute(self._insert(model).on_conflict_do_nothing(), rows)

    def move(
        self,
        model: type[Base],
        values: Mapping[str, ColumnElement[Any]],
        *,
        by: ColumnElement[Any] | None = None,
        first: ColumnElement[Any] | None = None,
        into_empty: bool = False,
    ) -> None:
        """Move what is staged where it belongs; of several with one key that with the least `first` stays.

        In the order of the key (`by`), so that both databases fill the table and its key from one end.
        `into_empty` says that nothing can be there yet: looking costs PostgreSQL a third of the time.
        """
        # SQLite tells ON CONFLICT from the ON of a join by the WHERE before it.
        chosen = select(*(value.label(name) for name, value in values.items())).where(true())
        chosen = chosen.order_by(*(order for order in (by, first) if order is not None))
        insert = self._insert(model)
        if into_empty and self._is_postgresql and by is not None:
            moved = insert.from_select(list(values), chosen.ext(distinct_on(by)), include_defaults=False)
        else:
            moved = insert.from_select(list(values), chosen, include_defaults=False).on_conflict_do_nothing()
        self._session.connection().execute(moved)

    def _insert(self, model: type[Base]) -> postgresql.Insert | sqlite.Insert:
        table = table_of(model)
        return postgresql.insert(table) if self._is_postgresql else sqlite.insert(table)


def _plain(table: Table, columns: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
    """Say the same in what SQLite's driver takes as it is: for None and bool it looks for adapters first.

    That takes ten times as long as the value itself, and a report has a dozen of them in every row. Columns
    without a value are left out: theirs is NULL.
    """
    told = {name: values for name, values in columns.items() if values.count(None) < len(values)}
    return {
        name: list(map(_NUMBERS.get, values)) if isinstance(table.c[name].type, Boolean) else values
        for name, values in told.items()
    }


@lru_cache
def _sqlite_insert(table: Table, names: tuple[str, ...]) -> str:
    return str(table.insert().compile(dialect=sqlite.dialect(), column_keys=names))
