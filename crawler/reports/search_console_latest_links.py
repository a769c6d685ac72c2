"""Google Search Console, Links, export of external links: Latest links.

It names no target: every row says that the page links to the property.
"""

from crawler.reports.columns import address, cell, date, mapped
from crawler.reports.files.table import Table
from crawler.reports.reader import Reader
from crawler.reports.search_console_words import LAST_CRAWLED, LINKING_PAGE

COLUMNS = {
    "source_url": cell(*LINKING_PAGE, parse=address),
    "last_seen": date(*LAST_CRAWLED),
}


def _is_latest_links(table: Table) -> bool:
    return len(table.names) == 2 and table.names[0] in LINKING_PAGE and table.names[1] in LAST_CRAWLED


READER = Reader(
    id="search-console-latest-links",
    title="Google Search Console: Latest links",
    tool="search-console",
    example_header="Linking page,Last crawled",
    recognise=_is_latest_links,
    statements=mapped(COLUMNS),
)
