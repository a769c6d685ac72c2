"""Majestic: backlinks, in its layouts since 2012. A flag is set when its cell is not empty.

Some rows of these files are invalid CSV, and addresses may hold spaces.
"""

from crawler.reports.cells.flags import mark
from crawler.reports.columns import address, cell, cells, date, first_told, has_any, mapped
from crawler.reports.reader import Reader
from crawler.reports.statement import LinkType

FLAGS = ("FlagRedirect", "FlagFrame", "FlagImages", "FlagImageLink", "FlagAltText", "FlagMention")
KINDS = (LinkType.REDIRECT, LinkType.FRAME, LinkType.IMAGE, LinkType.IMAGE, LinkType.IMAGE, LinkType.MENTION)
"""What each of `FLAGS` means; *FlagAltText*: the anchor is the alternative text of an image."""


def _kind(*marked: str) -> LinkType | None:
    return next((kind for kind, cell in zip(KINDS, marked, strict=True) if mark(cell)), None)


def _why_lost(reason: str, deleted: str) -> str:
    return first_told(reason) or ("FlagDeleted" if mark(deleted) else "")


COLUMNS = {
    "source_url": cell("SourceURL", "Source URL", "URL", parse=address),
    "target_url": cell("TargetURL", "Target URL", parse=address),
    "anchor": cell("AnchorText", "Anchor Text"),
    "type": cells(*FLAGS, parse=_kind),
    "first_seen": date("FirstIndexedDate", "Source First Found Date", "Link First Indexed Date"),
    "last_seen": date("LastSeenDate", "Source Crawl Date", "Date"),
    "lost": date("DateLost"),
    "lost_reason": cells("ReasonLost", "FlagDeleted", parse=_why_lost),
    "nofollow": cell("FlagNoFollow", parse=mark),
}

READER = Reader(
    id="majestic-backlinks",
    title="Majestic: backlinks",
    tool="majestic",
    example_header="SourceURL,AnchorText,SourceTrustFlow,SourceCitationFlow,Domain,…,TargetURL,…,FlagNoFollow,…",
    recognise=has_any(
        ("SourceURL", "TargetURL", "AnchorText"),
        ("Source URL", "Target URL", "SourceTrustFlow"),
        ("URL", "Target URL", "Source Trust Flow"),
        ("Source URL", "Target URL", "Source Trust Flow"),
    ),
    statements=mapped(COLUMNS, day_first=True),
)
