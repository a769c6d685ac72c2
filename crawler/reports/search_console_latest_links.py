"""Google Search Console, Links, export of external links: Latest links.

It names no target: every row says that the page links to the property. The header follows the language of the
interface, so a table of addresses with dates under two words is this export in any language.
"""

from collections.abc import Iterator

from crawler.reports.columns import address, cell, date, is_address, mapped
from crawler.reports.files.table import Table
from crawler.reports.reader import Reader
from crawler.reports.search_console_words import LATEST_LINKS, has_dated_pages
from crawler.reports.statement import BadRow, Statement


def _is_latest_links(table: Table) -> bool:
    if len(table.names) != 2 or is_address(table.header[0]):
        return False
    return table.names == LATEST_LINKS or has_dated_pages(table)


def _statements(table: Table) -> Iterator[Statement | BadRow]:
    page, crawled = table.header
    columns = {"source_url": cell(page, parse=address), "last_seen": date(crawled)}
    # Interfaces in other languages write dates with the day first, such as 15/09/2026 in Hebrew.
    return mapped(columns, day_first=None if table.names == LATEST_LINKS else True)(table)


READER = Reader(
    id="search-console-latest-links",
    title="Google Search Console: Latest links",
    tool="search-console",
    example_header="Linking page,Last crawled",
    recognise=_is_latest_links,
    statements=_statements,
)
