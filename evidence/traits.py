"""Traits of known generators as facts, each weak by itself (field guide 1.2)."""

import re

TRAITS = (
    ("tbn-fallback", re.compile(r"onerror=[^>]{0,80}encrypted-tbn\d\.gstatic\.com", re.IGNORECASE)),
    ("bing-thumbnail", re.compile(r"//tse\d\.mm\.bing\.net/th\?(?:id|q)=", re.IGNORECASE)),
    ("fake-download", re.compile(r"Server\s*[12]\s*\(\s*\d+\s*Downloads?\s*\)", re.IGNORECASE)),
    ("address-bar-root", re.compile(r"history\.replaceState\([^)]*[\"']/[\"']\s*\)", re.IGNORECASE)),
)
SOURCE_CAPTION = re.compile(
    r"(?:\bSource:|\bfrom)\s*(?:<[^>]+>\s*)?((?:[a-z0-9-]+\.)+[a-z]{2,})\b", re.IGNORECASE
)
MANY_SOURCES = 8
"""Hosts credited on one page from which on the captions are a generator's (field guide 1.2)."""


def traits(source: str) -> tuple[str, ...]:
    """Return the ids of the traits that the page's source has."""
    found = [name for name, pattern in TRAITS if pattern.search(source)]
    if len({match[1].lower() for match in SOURCE_CAPTION.finditer(source)}) >= MANY_SOURCES:
        found.append("source-captions")
    return tuple(found)
