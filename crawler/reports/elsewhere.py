"""Exports that people pick by mistake: they are about links, but list none from other sites."""

import re
from dataclasses import dataclass
from typing import Final

from crawler.reports.cells.numbers import is_whole
from crawler.reports.files.table import Table
from crawler.reports.logs.combined import without_referrer
from crawler.reports.logs.w3c import REFERRER, fields_of
from crawler.reports.search_console_words import LINKING_PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """An export without backlinks."""

    title: str
    columns: tuple[str, ...]
    """Columns that all must be there."""
    instead: str
    """The export to take."""


AHREFS: Final = "In Ahrefs open Site Explorer, Backlinks, and export that."
SEARCH_CONSOLE: Final = (
    "In Search Console open Links, External links, Export: Latest links or More sample links."
)
SEMRUSH: Final = "In Semrush open Backlink Analytics, Backlinks, and export that."
MOZ: Final = "In Moz open Link Explorer, Inbound Links, and export that."
BING: Final = "In Bing Webmaster Tools open Backlinks, Pages, and export that."
EXPORTS: Final = (
    Elsewhere(
        title="Ahrefs: referring IPs", columns=("subnet", "ref. domains", "links to target"), instead=AHREFS
    ),
    Elsewhere(title="Ahrefs: link intersect", columns=("referring page url", "intersect"), instead=AHREFS),
    Elsewhere(
        title="Search Console: target pages",
        columns=("target page", "incoming links"),
        instead=SEARCH_CONSOLE,
    ),
    Elsewhere(
        title="Search Console: target pages", columns=("דף יעד", "קישורים נכנסים"), instead=SEARCH_CONSOLE
    ),
    Elsewhere(title="Search Console: linking text", columns=("rank", "link text"), instead=SEARCH_CONSOLE),
    Elsewhere(
        title="Search Console: performance", columns=("clicks", "impressions", "ctr"), instead=SEARCH_CONSOLE
    ),
    Elsewhere(
        title="Semrush: anchors", columns=("anchor", "domains", "backlinks", "first seen"), instead=SEMRUSH
    ),
    Elsewhere(title="Moz: top pages", columns=("url", "pa", "total links"), instead=MOZ),
    Elsewhere(title="Bing: anchors", columns=("anchor", "backlinks count"), instead=BING),
)
OWN_PAGES: Final = "Search Console: your pages linking to this page"
INTERNAL_NAME: Final = re.compile(r"internal|your pages", re.IGNORECASE)
ENOUGH: Final = 10
"""Rows that suffice to see that all are on one host."""


def not_backlinks(table: Table) -> str:
    """What the export is and which to take instead; empty when it is none of these."""
    title, instead = "", SEARCH_CONSOLE
    for export in EXPORTS:
        if set(export.columns).issubset(table.names):
            title, instead = export.title, export.instead
    if kind := _log_without_referrer(table):
        title = kind
        instead = "Let the web server write the combined log format, which has the Referer, and import that."
    elif _are_own_pages(table):
        title = OWN_PAGES
    elif _is_pages_with_counts(table):
        title = "Search Console: target pages"
    return f'this is the export "{title}", which names no pages of other sites. {instead}' if title else ""


def _are_own_pages(table: Table) -> bool:
    """The export of a page's internal links: its header is that of *More sample links*.

    Only the file's name and the rows tell: a sample of external links is never all on one host.
    """
    if len(table.names) != 1 or table.names[0] not in LINKING_PAGE:
        return False
    hosts = {_host(row[0]) for row in table.sample}
    return bool(INTERNAL_NAME.search(table.file_name)) or (len(hosts) == 1 and len(table.sample) >= ENOUGH)


def _is_pages_with_counts(table: Table) -> bool:
    """Search Console's target pages in any language: addresses of one host, and two counts each."""
    rows = table.sample
    return (
        len(table.header) == 3
        and bool(rows)
        and all(len(row) == 3 and row[0].startswith("http") and all(map(is_whole, row[1:])) for row in rows)
        and len({_host(row[0]) for row in rows}) == 1
    )


def _log_without_referrer(table: Table) -> str:
    fields = fields_of(table.head)
    is_w3c = bool(fields) and set(REFERRER).isdisjoint(fields)
    kind = "W3C extended" if is_w3c else without_referrer(table.head)
    return f"access log without referrers: {kind}" if kind else ""


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].casefold().removeprefix("www.")
