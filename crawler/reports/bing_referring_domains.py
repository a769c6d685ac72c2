"""Bing Webmaster Tools, Backlinks: domains. It names sites and no pages."""

from crawler.reports.columns import address, cell, has, mapped
from crawler.reports.reader import Reader

READER = Reader(
    id="bing-referring-domains",
    title="Bing Webmaster Tools: backlinks, domains",
    tool="bing",
    example_header='"Domain","Backlinks Count"',
    recognise=has("Domain", "Backlinks Count"),
    statements=mapped({"source_url": cell("Domain", parse=address)}),
)
