"""A plain list: one address or host name a line, with or without a header, comments and blank lines."""

from crawler.reports.elsewhere import are_own_pages
from crawler.reports.entries import listed, looks_listed
from crawler.reports.reader import Reader

READER = Reader(
    id="url-list",
    title="Plain list of addresses or domains",
    tool="list",
    example_header="https://example.com/page",
    recognise=lambda table: looks_listed(table, disavowed=False) and not are_own_pages(table),
    statements=listed,
)
