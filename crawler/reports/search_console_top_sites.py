"""Google Search Console, Links: Top linking sites. It names sites and no pages.

In another language than English it is known by its shape: a bare host and two counts under three words.
"""

from collections.abc import Iterator

from crawler.reports.cells.numbers import is_whole
from crawler.reports.columns import address, cell, is_address, mapped
from crawler.reports.files.table import Table
from crawler.reports.reader import Reader
from crawler.reports.statement import BadRow, Statement

ENGLISH = ("site", "linking pages", "target pages")


def _is_top_sites(table: Table) -> bool:
    rows = table.sample
    return table.names == ENGLISH or (
        len(table.names) == 3
        and not any(map(is_address, table.header))
        and bool(rows)
        and all(len(row) == 3 and _is_bare_host(row[0]) and all(map(is_whole, row[1:])) for row in rows)
    )


def _is_bare_host(text: str) -> bool:
    return is_address(text) and "/" not in text


def _statements(table: Table) -> Iterator[Statement | BadRow]:
    return mapped({"source_url": cell(table.header[0], parse=address)})(table)


READER = Reader(
    id="search-console-top-sites",
    title="Google Search Console: Top linking sites",
    tool="search-console",
    example_header="Site,Linking pages,Target pages",
    recognise=_is_top_sites,
    statements=_statements,
)
