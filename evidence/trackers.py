"""Account ids of analytics, advertising and tag managers: one account on many sites is one operator."""

from evidence.tracker_rules import VENDORS

MAX_IDS = 50
"""Ids kept of one page."""


def tracker_ids(html: str) -> tuple[str, ...]:
    """List the account ids that source text names, sorted, at most 50.

    The text of the scripts and the addresses of scripts and frames hold them all; a whole page costs more.
    """
    ids: set[str] = set()
    for vendor in VENDORS:
        start = html.find(vendor.needle)
        while start >= 0 and len(ids) < MAX_IDS:
            if match := vendor.pattern.match(html, start):
                ids.add(f"{vendor.name}:{match[1]}" if vendor.name else match[1])
            start = html.find(vendor.needle, start + 1)
    return tuple(sorted(ids))
