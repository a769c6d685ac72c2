"""Accounts that a page reports to: equal ids on many hosts point to one operator."""

import re

TRACKERS = re.compile(
    r"\b(?:UA-\d{4,10}-\d{1,3}"  # Google Universal Analytics
    r"|G-[A-Z0-9]{8,12}"  # Google Analytics 4
    r"|GTM-[A-Z0-9]{5,9}"  # Google Tag Manager
    r"|AW-\d{8,12}"  # Google Ads
    r"|(?:ca-)?pub-\d{16})\b"  # Google AdSense
)
MOST = 50


def tracker_ids(html: str) -> tuple[str, ...]:
    """Return the account ids in the page's source, each once, in order."""
    return tuple(dict.fromkeys(match[0] for match in TRACKERS.finditer(html)))[:MOST]
