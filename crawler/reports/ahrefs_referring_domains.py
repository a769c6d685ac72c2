"""Ahrefs, Site Explorer: Referring domains. It names sites and no pages."""

from crawler.reports.cells.flags import flag
from crawler.reports.cells.numbers import decimal
from crawler.reports.columns import address, cell, date, has, mapped
from crawler.reports.reader import Reader

COLUMNS = {
    "source_url": cell("Domain", parse=address),
    "first_seen": date("First seen"),
    "lost": date("Lost"),
    "vendor_spam": cell("Is spam", parse=flag),
    "domain_rating": cell("DR", "Domain rating", parse=decimal),
}

READER = Reader(
    id="ahrefs-referring-domains",
    title="Ahrefs: referring domains",
    tool="ahrefs",
    example_header='"Domain"\t"Is spam"\t"DR"\t"Dofollow ref. domains"\t…\t"Links to target"\t…',
    recognise=has("Domain", "Dofollow ref. domains", "Links to target"),
    statements=mapped(COLUMNS),
)
