"""Moz: inbound links of Link Explorer, and of its predecessor Open Site Explorer (about 2012 to 2018).

Some lines about the query stand before the header, and addresses have no scheme.
"""

from crawler.reports.cells.flags import flag
from crawler.reports.cells.numbers import decimal
from crawler.reports.columns import address, cell, cells, date, mapped
from crawler.reports.files.table import Table
from crawler.reports.reader import Reader
from crawler.reports.statement import LinkType

DOMAIN_AUTHORITY = ("Domain Authority", "DA")


def _is_nofollow(only_nofollow: str, followable: str) -> bool | None:
    followed = flag(followable)
    return flag(only_nofollow) if followed is None else not followed


COLUMNS = {
    "source_url": cell("URL", parse=address),
    "target_url": cell("Target URL", parse=address),
    "title": cell("Title"),
    "anchor": cell("Anchor Text"),
    "type": cell("301", parse=lambda text: LinkType.REDIRECT if flag(text) else None),
    "first_seen": date("First Seen"),
    "last_seen": date("Last Seen"),
    "nofollow": cells("Only rel=nofollow", "Followable", parse=_is_nofollow),
    "domain_rating": cell(*DOMAIN_AUTHORITY, parse=decimal),
}


def _is_moz(table: Table) -> bool:
    """URL comes first, Target URL later; Majestic and SEOPress have these columns too, and flow metrics."""
    names = table.names
    return names[0] == "url" and "target url" in names and not any("flow" in name for name in names)


READER = Reader(
    id="moz-links",
    title="Moz: Link Explorer or Open Site Explorer, inbound links",
    tool="moz",
    example_header="URL,Title,Anchor Text,Spam Score,Page Authority,Domain Authority,…,Target URL,…",
    recognise=_is_moz,
    statements=mapped(COLUMNS),
)
