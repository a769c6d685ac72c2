"""Google Search Console, Links, export of external links: Latest links.

It names no target: every row says that the page links to the property. The header follows the language of the
interface, so a table of addresses with dates under two words is this export in any language.
"""

from collections.abc import Iterator

from crawler.reports.cells.dates import is_date
from crawler.reports.columns import address, cell, date, is_address, mapped
from crawler.reports.files.table import Table
from crawler.reports.reader import Reader
from crawler.reports.statement import BadRow, Statement

ENGLISH = ("linking page", "last crawled")


def _is_latest_links(table: Table) -> bool:
    if len(table.names) != 2 or is_address(table.header[0]):
        return False
    rows = table.sample
    return table.names == ENGLISH or (
        bool(rows) and all(len(row) == 2 and row[0].startswith("http") and is_date(row[1]) for row in rows)
    )


def _statements(table: Table) -> Iterator[Statement | BadRow]:
    page, crawled = table.header
    columns = {"source_url": cell(page, parse=address), "last_seen": date(crawled)}
    # Interfaces in other languages write dates with the day first, such as 15/09/2026 in Hebrew.
    return mapped(columns, day_first=None if table.names == ENGLISH else True)(table)


READER = Reader(
    id="search-console-latest-links",
    title="Google Search Console: Latest links",
    tool="search-console",
    example_header="Linking page,Last crawled",
    recognise=_is_latest_links,
    statements=_statements,
)
