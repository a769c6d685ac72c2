"""Ahrefs, Backlinks as exported from about 2018 to 2021.

"Type" lists everything at once, such as `Dofollow, Image`.
"""

from crawler.reports.ahrefs_words import LINK_TYPES
from crawler.reports.cells.numbers import decimal, http_status, whole
from crawler.reports.columns import address, cell, date, has, mapped
from crawler.reports.reader import Reader
from crawler.reports.statement import LinkType


def _kind(text: str) -> LinkType | None:
    return next((LINK_TYPES[word] for word in _words(text) if word in LINK_TYPES), None)


def _listed(word: str, text: str) -> bool | None:
    return word in _words(text) if text.strip() else None


def _words(text: str) -> list[str]:
    return [word.strip().casefold() for word in text.split(",")]


COLUMNS = {
    "source_url": cell("Referring Page URL", parse=address),
    "target_url": cell("Link URL", parse=address),
    "title": cell("Referring Page Title"),
    "left": cell("TextPre"),
    "anchor": cell("Link Anchor"),
    "right": cell("TextPost"),
    "type": cell("Type", parse=_kind),
    "language": cell("Language"),
    "http_status": cell("Last HTTP Code", parse=http_status),
    "first_seen": date("Found", "First Seen"),
    "last_seen": date("Last Check"),
    "lost_reason": cell("Backlink Status"),
    "nofollow": cell("Type", parse=lambda text: _listed("nofollow", text)),
    "ugc": cell("Type", parse=lambda text: _listed("ugc", text)),
    "sponsored": cell("Type", parse=lambda text: _listed("sponsored", text)),
    "external_links": cell("External Links Count", parse=whole),
    "domain_rating": cell("Domain Rating", parse=decimal),
}

READER = Reader(
    id="ahrefs-2018",
    title="Ahrefs: backlinks, layout of 2018 to 2021",
    tool="ahrefs",
    example_header="#,Total Backlinks,Domain Rating,…,Referring Page URL,…,Link URL,TextPre,Link Anchor,…",
    recognise=has("Referring Page URL", "Link URL", "Link Anchor"),
    statements=mapped(COLUMNS),
)
