"""The base class of all tables: constraint names, column types."""

from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, BigInteger, Dialect, Integer, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""SQLite's batch migrations can only change constraints that have a name."""

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both databases; on SQLite an INTEGER primary key is the row id itself."""


class UtcTime(TypeDecorator[datetime]):
    """A moment as whole seconds since 1970 UTC: the same number on both databases and in a data frame."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Store an aware moment; a naive one is a bug of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone cannot be stored: {value!r}")
        return int(value.timestamp())

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Read it back, aware, in UTC."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


ROWS_BY_KEY = {"sqlite_with_rowid": False}
"""For tables that are all key: SQLite else writes each row, and its key once more for the index."""

Key = Annotated[int, mapped_column(BigKey, primary_key=True, autoincrement=False)]
"""A primary key that comes from `store.identity.key`."""
Serial = Annotated[int, mapped_column(BigKey, primary_key=True, autoincrement=True)]
"""A primary key that counts up: things that happen rather than things that are."""
Words = Annotated[str, mapped_column(Text)]
"""Text of any length; empty when there was none."""


class Base(DeclarativeBase):
    """Parent of every table."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigKey,
        str: Text,
        datetime: UtcTime,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
        dict[str, Any]: JSON,
    }
