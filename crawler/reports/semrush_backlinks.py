"""Semrush, Backlink Analytics: Backlinks, in the layout of today, the older one, and the names of its API."""

from crawler.reports.cells.flags import flag
from crawler.reports.cells.numbers import whole
from crawler.reports.columns import address, cell, cells, date, has_any, mapped
from crawler.reports.reader import Reader
from crawler.reports.semrush_words import KINDS, link_type

COLUMNS = {
    "source_url": cell("Source url", "source_url", parse=address),
    "target_url": cell("Target url", "target_url", parse=address),
    "title": cell("Source title", "source_title"),
    "anchor": cell("Anchor"),
    "type": cells(*KINDS, parse=link_type),
    "first_seen": date("First seen", "first_seen"),
    "last_seen": date("Last seen", "last_seen"),
    "lost_reason": cell("Lost link", "lostlink", parse=lambda text: "Lost link" if flag(text) else ""),
    "nofollow": cell("Nofollow", parse=flag),
    "ugc": cell("Ugc", parse=flag),
    "sponsored": cell("Sponsored", parse=flag),
    "external_links": cell("External links", "external_num", parse=whole),
}

READER = Reader(
    id="semrush-backlinks",
    title="Semrush: Backlink Analytics, Backlinks",
    tool="semrush",
    example_header="Page ascore,Source title,Source url,Target url,Anchor,External links,Internal links,…",
    recognise=has_any(
        ("Source title", "Source url", "Target url"),
        ("source_title", "source_url", "target_url", "external_num"),
    ),
    statements=mapped(COLUMNS),
)
