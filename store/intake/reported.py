"""Rows of a report on their way into the store."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class ReportedPages(NamedTuple):
    """The referring pages of some rows, as columns; empty where a row names no web address."""

    urls: Sequence[str]
    """Absolute, to be fetched."""
    identities: Sequence[str]
    """Normal form of the URL: what makes two spellings one page."""
    hosts: Sequence[str]
    domains: Sequence[str]
    """Registrable domains."""


class ReportedTarget(NamedTuple):
    """The linked URL of a row."""

    url: str
    identity: str
    is_image: bool


class ReportedRows(NamedTuple):
    """Some rows of a report, ready to be stored."""

    pages: ReportedPages
    targets: Sequence[ReportedTarget | None]
    statements: Mapping[str, Sequence[Any]]
    """What the rows say, by the columns of `store.models.Statement`; moments in seconds since 1970."""
