"""Which property a report is about, as the names tell that tools give to their files."""

import re
from typing import Final

HOST: Final = r"(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})"
PATTERNS: Final = (
    # Search Console, URL-prefix property: https___www.example.com_-Latest links-2026-05-10.csv
    r"https?___(?P<host>[^_/]+)_",
    # Moz: moz-inbound-links-for-www_example_com-2022-03-22_10_25_32_905974Z.csv
    r"moz-inbound-links-for-(?P<host>[\w.-]+?)-\d{4}-",
    # Ahrefs: example.com-backlinks-subdomains_2026-02-06_10-11-12.csv; Semrush: example.com-backlinks.csv
    HOST + r"-(?:broken-?)?(?:backlinks|refdomains)",
    # Search Console, domain property, any language: example.com-Latest links-2026-07-18.csv
    HOST + r"-[^.]+-\d{4}-\d{2}-\d{2}",
)
"""Regular expressions for the beginning of a file name, each with a real shape."""


def property_of(name: str) -> str:
    """The host in a file's name; empty when there is none."""
    for pattern in PATTERNS:
        if found := re.match(pattern, name, re.IGNORECASE):
            return found["host"].replace("_", ".").removeprefix("www.").lower()
    return ""
