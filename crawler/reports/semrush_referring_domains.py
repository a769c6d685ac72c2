"""Semrush, Backlink Analytics: Referring Domains. It names sites and no pages."""

from crawler.reports.columns import address, cell, date, has, mapped
from crawler.reports.reader import Reader

COLUMNS = {
    "source_url": cell("Domain", parse=address),
    "first_seen": date("First seen"),
    "last_seen": date("Last seen"),
}

READER = Reader(
    id="semrush-referring-domains",
    title="Semrush: Backlink Analytics, Referring Domains",
    tool="semrush",
    example_header="Domain ascore,Domain,Backlinks,IP Address,Country,First seen,Last seen",
    recognise=has("Domain ascore", "Domain", "Backlinks"),
    statements=mapped(COLUMNS),
)
