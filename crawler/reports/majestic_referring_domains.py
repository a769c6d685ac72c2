"""Majestic: referring domains. It names sites and no pages; dates have the day first."""

from crawler.reports.columns import address, cell, date, has, mapped
from crawler.reports.reader import Reader

COLUMNS = {
    "source_url": cell("Domain", parse=address),
    "first_seen": date("FirstLinkDate_*"),
    "last_seen": date("LastLinkDate_*"),
}

READER = Reader(
    id="majestic-referring-domains",
    title="Majestic: referring domains",
    tool="majestic",
    example_header="Position,Domain,RefDomains,AlexaRank,Matches,MatchedLinks,ExtBackLinks,…,BackLinks_example.com,…",
    recognise=has("Domain", "RefDomains", "MatchedLinks"),
    statements=mapped(COLUMNS, day_first=True),
)
