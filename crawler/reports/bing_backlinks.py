"""Bing Webmaster Tools, Backlinks: pages."""

from crawler.reports.columns import address, cell, has, mapped
from crawler.reports.reader import Reader

COLUMNS = {
    "source_url": cell("Source Url", parse=address),
    "target_url": cell("Target Url", parse=address),
    "anchor": cell("Anchor text"),
}

READER = Reader(
    id="bing-backlinks",
    title="Bing Webmaster Tools: backlinks, pages",
    tool="bing",
    example_header='"Source Url","Anchor text","Target Url"',
    recognise=lambda table: len(table.header) == 3 and has("Source Url", "Anchor text", "Target Url")(table),
    statements=mapped(COLUMNS),
)
