"""Semrush, Backlink Audit: one backlink for each referring domain, with Semrush's toxicity score.

Semrush calls 60 and more "toxic" and its own people call the score a sorting signal: it is kept to be shown.
"""

from crawler.reports.cells.flags import flag
from crawler.reports.cells.numbers import whole
from crawler.reports.columns import address, cell, date, has, mapped
from crawler.reports.reader import Reader

TOXIC = 60
"""Semrush's own threshold (its help page on the toxicity score)."""


def _is_toxic(text: str) -> bool | None:
    score = whole(text)
    return None if score is None else score >= TOXIC


COLUMNS = {
    "source_url": cell("Source URL", parse=address),
    "target_url": cell("Target URL", parse=address),
    "title": cell("Source Page Title"),
    "anchor": cell("Anchor"),
    "first_seen": date("First Seen"),
    "last_seen": date("Last Seen"),
    "nofollow": cell("No Follow", parse=flag),
    "vendor_spam": cell("Toxic Score", parse=_is_toxic),
}

READER = Reader(
    id="semrush-backlink-audit",
    title="Semrush: Backlink Audit",
    tool="semrush",
    example_header="Domain Authority Score,Page Authority Score,Source URL,Source Page Title,…,Toxic Score,…",
    recognise=has("Source URL", "Target URL", "Toxic Score"),
    statements=mapped(COLUMNS),
)
