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
        if vendor.needle in html:
            prefix = f"{vendor.name}:" if vendor.name else ""
            ids.update(prefix + found for found in vendor.pattern.findall(html))
    return tuple(sorted(ids)[:MAX_IDS])
