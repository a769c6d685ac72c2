"""Rows of a report on their way into the store."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class ReportedPage(NamedTuple):
    """The referring page of a row. A tuple: a report has a million of them."""

    url: str
    """Absolute, to be fetched."""
    identity: str
    """Normal form of the URL: what makes two spellings one page."""
    host: str
    domain: str
    """Registrable domain."""


class ReportedTarget(NamedTuple):
    """The linked URL of a row."""

    url: str
    identity: str
    is_image: bool


class ReportedRows(NamedTuple):
    """Some rows of a report, ready to be stored."""

    pages: Sequence[ReportedPage]
    targets: Sequence[ReportedTarget | None]
    statements: Mapping[str, Sequence[Any]]
    """What the rows say, by the columns of `store.models.Statement`; moments in seconds since 1970."""
