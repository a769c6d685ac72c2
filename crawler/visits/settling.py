"""The two extra requests that settle a suspicious absence: the host's home page and a random sibling.

A page that has the property and seems not to be of its host is compared with the home page alone.

An honest server answers 404 for a page it never had. One that answers with its home page, or with the same
text as for the page in question, does so for every URL (field observation).
"""

import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import ada_url

from crawler.visits.looking import Looker
from evidence.visited import Fetched
from store.crawls.pages import DuePage
from store.crawls.sights import Sight

FRESH = timedelta(days=1)
"""Both pages are asked for once per host and day and shared by all its pages."""
HOSTS = 2_000
KEPT_BYTES = 16 * 1024 * 1024
"""Of packed evidence, of all hosts remembered: an honest page has kilobytes, a hostile one megabytes."""

Seen = tuple[Fetched, bytes | None]
"""A page's outcome and its packed evidence."""
Stored = Callable[[DuePage, datetime], Awaitable[Mapping[str, Seen]]]
"""Looks up what of a page's host was stored since a moment, by purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPages:
    """The pages of a host to compare with."""

    home: Seen | None
    sibling: Seen | None
    sights: tuple[Sight, ...] = ()
    """Those that were fetched just now and are not stored yet."""

    @property
    def bytes(self) -> int:
        """Return the size of their evidence."""
        return sum(len(seen[1] or b"") for seen in (self.home, self.sibling) if seen is not None)


def home_of(url: str) -> str:
    """Return the home page of a URL's host."""
    return ada_url.join_url(url, "/")


def sibling_of(url: str, token: str) -> str:
    """Return a URL beside a page that nobody can have made: same folder, same ending, a random name."""
    folder, _, name = urlsplit(url).path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    suffix = f".{ending}" if dot and stem and ending.isalnum() and len(ending) <= 5 else ""
    return ada_url.join_url(url, f"{folder}/{token}{suffix}")


class Comparisons:
    """Fetches a host's comparison pages, or remembers them."""

    def __init__(self, looker: Looker, stored: Stored) -> None:
        self._looker = looker
        self._stored = stored
        self._known: OrderedDict[str, HostPages] = OrderedDict()
        self._bytes = 0

    async def beside(self, page: DuePage, *, now: datetime, with_sibling: bool = True) -> HostPages:
        """Return the comparison pages of a page's host; the home page alone, where that will do."""
        known = self._known.get(page.host)
        if known is None:
            stored = await self._stored(page, now - FRESH)
            known = HostPages(home=stored.get("home"), sibling=stored.get("sibling"))
        home, sibling = known.home, known.sibling
        sights: list[Sight] = []
        if home is None:
            home = await self._see(home_of(page.url), "home", sights)
        if sibling is None and with_sibling:
            sibling = await self._see(sibling_of(page.url, f"zz-{secrets.token_hex(6)}"), "sibling", sights)
        self._remember(page.host, HostPages(home=home, sibling=sibling))
        return HostPages(home=home, sibling=sibling, sights=tuple(sights))

    def _remember(self, host: str, pages: HostPages) -> None:
        """Remember the pages of a host, and forget those of others that were remembered before."""
        if (before := self._known.pop(host, None)) is not None:
            self._bytes -= before.bytes
        self._known[host] = pages
        self._bytes += pages.bytes
        while len(self._known) > HOSTS or self._bytes > KEPT_BYTES:
            _, forgotten = self._known.popitem(last=False)
            self._bytes -= forgotten.bytes

    async def _see(self, url: str, purpose: str, sights: list[Sight]) -> Seen:
        sight = (await self._looker.look(url, purpose)).sight
        sights.append(sight)
        return sight.fetched, None if sight.reading is None else sight.reading.columns["evidence"]
