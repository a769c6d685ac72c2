"""Google Search Console, Links, export of external links: More sample links.

A sample of the pages Google knows of, with no date and no target. The list of a page's *internal* links has
the very same header (`elsewhere` tells them apart).
"""

from crawler.reports.columns import address, cell, mapped
from crawler.reports.files.table import Table
from crawler.reports.reader import Reader
from crawler.reports.search_console_words import LINKING_PAGE


def _is_sample_links(table: Table) -> bool:
    return len(table.names) == 1 and table.names[0] in LINKING_PAGE


READER = Reader(
    id="search-console-sample-links",
    title="Google Search Console: More sample links",
    tool="search-console",
    example_header="Linking page",
    recognise=_is_sample_links,
    statements=mapped({"source_url": cell(*LINKING_PAGE, parse=address)}),
)
