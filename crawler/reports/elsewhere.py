"""Exports that people pick by mistake: they are about links, but list none."""

from dataclasses import dataclass
from typing import Final

from crawler.reports.files.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """An export without backlinks."""

    title: str
    header: tuple[str, ...]
    """Columns that all must be there."""
    instead: str
    """The export to take."""


AHREFS = "In Ahrefs open Site Explorer, Backlinks, and export that."
SEARCH_CONSOLE = "In Search Console open Links, External links, Export: Latest links or More sample links."

EXPORTS: Final = (
    Elsewhere(
        title="Ahrefs referring IPs", header=("subnet", "ref. domains", "links to target"), instead=AHREFS
    ),
    Elsewhere(title="Ahrefs link intersect", header=("referring page url", "intersect"), instead=AHREFS),
    Elsewhere(
        title="Search Console target pages",
        header=("target page", "incoming links", "linking sites"),
        instead=SEARCH_CONSOLE,
    ),
    Elsewhere(title="Search Console linking text", header=("rank", "link text"), instead=SEARCH_CONSOLE),
    Elsewhere(
        title="Search Console performance",
        header=("clicks", "impressions", "ctr", "position"),
        instead=SEARCH_CONSOLE,
    ),
)


def not_backlinks(table: Table) -> str:
    """What the export is and which to take instead; empty when it is none of these."""
    for export in EXPORTS:
        if set(export.header).issubset(table.names):
            return f'this is the export "{export.title}", which names no referring pages. {export.instead}'
    return ""
