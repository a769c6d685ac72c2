"""A plain list: one address or host name a line, with or without a header, comments and blank lines."""

from crawler.reports.entries import listed, looks_listed
from crawler.reports.reader import Reader
from crawler.reports.search_console_words import LINKING_PAGE

READER = Reader(
    id="url-list",
    title="Plain list of addresses or domains",
    tool="list",
    example_header="https://example.com/page",
    recognise=lambda table: table.names[0] not in LINKING_PAGE and looks_listed(table, disavowed=False),
    statements=listed,
)
