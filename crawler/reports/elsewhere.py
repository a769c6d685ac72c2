"""Exports that people pick by mistake: they are about links, but list none from other sites."""

import re
from typing import Final, NamedTuple

from crawler.reports.cells.numbers import is_whole
from crawler.reports.columns import is_address
from crawler.reports.files.table import Table
from crawler.reports.logs.combined import without_referrer
from crawler.reports.logs.w3c import REFERRER, fields_of
from crawler.reports.search_console_words import LATEST_LINKS, LINKING_PAGE, has_dated_pages


class Elsewhere(NamedTuple):
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
    Elsewhere("Ahrefs: referring IPs", ("subnet", "ref. domains", "links to target"), AHREFS),
    Elsewhere("Ahrefs: link intersect", ("referring page url", "intersect"), AHREFS),
    Elsewhere("Search Console: target pages", ("target page", "incoming links"), SEARCH_CONSOLE),
    Elsewhere("Search Console: target pages", ("דף יעד", "קישורים נכנסים"), SEARCH_CONSOLE),
    Elsewhere("Search Console: linking text", ("rank", "link text"), SEARCH_CONSOLE),
    Elsewhere("Search Console: page indexing", ("url", "last crawled"), SEARCH_CONSOLE),
    Elsewhere("Search Console: performance", ("clicks", "impressions", "ctr"), SEARCH_CONSOLE),
    Elsewhere("Semrush: anchors", ("anchor", "domains", "backlinks", "first seen"), SEMRUSH),
    Elsewhere("Moz: top pages", ("url", "pa", "total links"), MOZ),
    Elsewhere("Bing: anchors", ("anchor", "backlinks count"), BING),
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
    elif _are_indexed_pages(table):
        title = "Search Console: page indexing"
    elif _is_pages_with_counts(table):
        title = "Search Console: target pages"
    elif _is_ranked_text(table):
        title = "Search Console: linking text"
    return f'this is the export "{title}", which names no pages that link to you. {instead}' if title else ""


def _are_own_pages(table: Table) -> bool:
    """The export of a page's internal links: its header is that of *More sample links*.

    Only the file's name and the rows tell: a sample of external links is never all on one host.
    """
    if len(table.names) != 1 or table.names[0] not in LINKING_PAGE:
        return False
    return bool(INTERNAL_NAME.search(table.file_name)) or _is_one_host(table)


def _are_indexed_pages(table: Table) -> bool:
    """Search Console's page indexing in any language: like *Latest links*, but all pages on one host."""
    if table.names == LATEST_LINKS or is_address(table.header[0]):
        return False
    return has_dated_pages(table) and _is_one_host(table)


def _is_one_host(table: Table) -> bool:
    return len(table.sample) >= ENOUGH and len({_host(row[0]) for row in table.sample}) == 1


def _is_pages_with_counts(table: Table) -> bool:
    """Search Console's target pages in any language: addresses of one host, and two counts each."""
    rows = table.sample
    return (
        len(table.header) == 3
        and bool(rows)
        and all(len(row) == 3 and row[0].startswith("http") and all(map(is_whole, row[1:])) for row in rows)
        and len({_host(row[0]) for row in rows}) == 1
    )


def _is_ranked_text(table: Table) -> bool:
    """Search Console's linking text in any language: 1, 2, 3 and what the links say."""
    rows = table.sample
    return (
        len(table.header) == 2
        and bool(rows)
        and all(len(row) == 2 and row[0] == str(rank) for rank, row in enumerate(rows, 1))
        and not any(is_address(row[1]) for row in rows)
    )


def _log_without_referrer(table: Table) -> str:
    fields = fields_of(table.head)
    is_w3c = bool(fields) and set(REFERRER).isdisjoint(fields)
    kind = "W3C extended" if is_w3c else without_referrer(table.head)
    return f"access log without referrers: {kind}" if kind else ""


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].casefold().removeprefix("www.")
