"""What a robots.txt allows us (RFC 9309): read up to 500 KiB, kept for a day, closed when it cannot be read.

A file full of wildcards takes most of a second and 27 MB to parse (hostile case 76). Long ones are therefore
read beside the event loop, and what is kept is bounded by the length of the texts.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import ParamSpec, TypeVar

from protego import Protego

from crawler.fetching.decoding import decode
from crawler.fetching.failures import FetchError
from crawler.fetching.retry_after import wait_asked_for

MAX_BYTES = 500 * 1024
LONG = 16 * 1024
"""Characters; a longer text is read beside the event loop."""
KEPT_CHARACTERS = 1024 * 1024
"""Of all texts together; parsed, they take some fifty times as much memory."""
KEPT_ORIGINS = 10_000
CACHED_S = 24 * 3600.0
CACHED_CLOSED_S = 600.0
"""A site that could not be read is asked again sooner."""
PRODUCT = "Linkwitness"
UNREADABLE = "robots_unreachable"
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What one origin's robots.txt says to us."""

    robots: Protego | None
    """None: everything is allowed."""
    length: int = 0
    """Characters of the text."""
    closed: FetchError | None = None
    """Why nothing is allowed; None when the rules decide."""
    until: float

    async def allow(self, url: str) -> bool:
        """Whether the page may be fetched."""
        if self.robots is None:
            return True
        return bool(await _beside(self.length, self.robots.can_fetch, url, PRODUCT))

    @property
    def delay_s(self) -> float:
        """Seconds between requests that the site asks for."""
        return float((self.robots and self.robots.crawl_delay(PRODUCT)) or 0.0)


class KnownRules:
    """Remembers the rules of origins; those not asked about for longest are forgotten first."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, asyncio.Future[Rules]] = OrderedDict()
        self._lengths: dict[str, int] = {}
        self.characters = 0
        """Length of all texts that are remembered."""

    async def of(self, origin: str, fetch: Callable[[], Awaitable[Rules]]) -> Rules:
        """Return the rules of an origin; requests that come meanwhile wait for the same `fetch`."""
        known = self._known.get(origin)
        if known is None or (known.done() and known.result().until < monotonic()):
            known = self._known[origin] = asyncio.ensure_future(fetch())
        self._known.move_to_end(origin)
        if known.done():
            return known.result()
        rules = await asyncio.shield(known)
        if self._known.get(origin) is known:
            self.characters += rules.length - self._lengths.get(origin, 0)
            self._lengths[origin] = rules.length
        while self.characters > KEPT_CHARACTERS or len(self._known) > KEPT_ORIGINS:
            self._forget(next(iter(self._known)))
        return rules

    def _forget(self, origin: str) -> None:
        del self._known[origin]
        self.characters -= self._lengths.pop(origin, 0)


async def _beside(length: int, action: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do what takes long for a long text in a thread."""
    if length <= LONG:
        return action(*args, **kwargs)
    return await asyncio.to_thread(action, *args, **kwargs)


async def read_rules(status: int, body: bytes, content_encoding: str, retry_after: str) -> Rules:
    """Follow RFC 9309, 2.3.1: 4xx is *unavailable*, all allowed; 429 and 5xx *unreachable*, nothing is."""
    if status == 429 or status >= 500:
        wait = wait_asked_for(status, retry_after, now=datetime.now(UTC))
        return closed(f"robots.txt answers {status}", wait=wait)
    if not 200 <= status < 300:
        return allowed()
    text = decode(body, content_encoding).body[:MAX_BYTES].decode("utf-8-sig", "replace")
    robots = await _beside(len(text), Protego.parse, text)
    return Rules(robots=robots, length=len(text), until=monotonic() + CACHED_S)


def allowed() -> Rules:
    """Allow everything."""
    return Rules(robots=None, until=monotonic() + CACHED_S)


def closed(why: str, reason: str = UNREADABLE, *, wait: timedelta | None = None) -> Rules:
    """Allow nothing, for now."""
    failure = FetchError(reason, why, wait=wait)
    return Rules(robots=None, closed=failure, until=monotonic() + CACHED_CLOSED_S)
