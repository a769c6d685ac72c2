"""Ahrefs, Site Explorer: Backlinks and Broken backlinks, since 2025.

Grouped and ungrouped, as exported (UTF-16 or UTF-8, tabs) or saved again by a spreadsheet. "Type" is *image*
for a link whose anchor is an image, which says nothing about whose image that is (Ahrefs help, "backlink
types").
"""

from crawler.reports.ahrefs_words import link_type
from crawler.reports.cells.flags import flag
from crawler.reports.cells.numbers import decimal, http_status, whole
from crawler.reports.columns import address, cell, cells, date, first_told, has, mapped
from crawler.reports.reader import Reader

COLUMNS = {
    "source_url": cell("Referring page URL", parse=address),
    "target_url": cell("Target URL", parse=address),
    "title": cell("Referring page title"),
    "left": cell("Left context"),
    "anchor": cell("Anchor"),
    "right": cell("Right context"),
    "type": cell("Type", parse=link_type),
    "language": cell("Language"),
    "http_status": cell("Referring page HTTP code", parse=http_status),
    "first_seen": date("First seen"),
    "last_seen": date("Last seen", "Ref. page checked"),
    "lost": date("Lost"),
    "lost_reason": cells("Lost status", "Drop reason", parse=first_told),
    "nofollow": cell("Nofollow", parse=flag),
    "ugc": cell("UGC", parse=flag),
    "sponsored": cell("Sponsored", parse=flag),
    "external_links": cell("External links", parse=whole),
    "links_in_group": cell("Links in group", parse=whole),
    "vendor_spam": cell("Is spam", parse=flag),
    "domain_rating": cell("Domain rating", parse=decimal),
}

READER = Reader(
    id="ahrefs-backlinks",
    title="Ahrefs: backlinks and broken backlinks",
    tool="ahrefs",
    example_header='"Referring page title"\t"Referring page URL"\t…\t"Target URL"\t"Left context"\t…',
    recognise=has("Referring page URL", "Target URL"),
    statements=mapped(COLUMNS),
)
