"""Unwrapping image proxies, caches and redirectors: named rules, one a line (field guide 5.2, 8 to 16)."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from evidence.urls import resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """What stood inside a URL."""

    url: str
    via: str
    redirects: bool
    """Whether the outer URL sends the reader on (level L5) rather than showing the inner one (L4)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One service: the group `inner` of the pattern is the wrapped address."""

    id: str
    pattern: re.Pattern[str]
    redirects: bool
    example: str


def _rule(id: str, pattern: str, example: str, *, redirects: bool = False) -> Rule:
    return Rule(id, re.compile(pattern), redirects, example)


RULES = (
    _rule("photon", r"https?://i\d\.wp\.com/(?P<inner>[^?]+)", "https://i2.wp.com/shop.test/a.jpg?w=300"),
    _rule(
        "weserv",
        r"https?://(?:images\.weserv\.nl|wsrv\.nl)/\?(?:.*&)?url=(?P<inner>[^&]+)",
        "https://wsrv.nl/?url=shop.test/a.jpg",
    ),
    _rule(
        "wayback",
        r"https?://web\.archive\.org/web/\w+/(?P<inner>.+)",
        "https://web.archive.org/web/2020im_/http://shop.test/a.jpg",
    ),
    _rule(
        "parameter",
        r"https?://[^?]+\?(?:.*&)?(?:url|u|q|to|src|img|image|imgurl|link|target)=(?P<inner>https?(?::|%3A)[^&]+)",
        "https://x.test/out?url=http%3A%2F%2Fshop.test%2Fa",
        redirects=True,
    ),
)


def unwrap(url: str) -> Unwrapped | None:
    """Return the address inside the URL of a known service."""
    for rule in RULES:
        if match := rule.pattern.match(url):
            inner = unquote(match["inner"])
            resolved = resolve(inner if "://" in inner else f"http://{inner}", url)
            if resolved:
                return Unwrapped(url=resolved, via=rule.id, redirects=rule.redirects)
    return None
