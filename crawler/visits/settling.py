"""The two extra requests that settle a suspicious absence: the host's home page and a random sibling.

A page that has the property and seems not to be of its host is compared with the home page alone.

An honest server answers 404 for a page it never had. One that answers with its home page, or with the same
text as for the page in question, does so for every URL (field guide 1.1 and 5.2, case 32).
"""

import asyncio
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import ada_url

from crawler.visits.looking import Looker
from evidence.visited import Fetched
from store.database import Store
from store.due import DuePage
from store.sights import Sight
from store.visits import settling

FRESH = timedelta(days=1)
"""Both pages are asked for once per host and day and shared by all its pages."""
HOSTS = 2_000

Seen = tuple[Fetched, bytes | None]
"""A page's outcome and its packed evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPages:
    """The pages of a host to compare with."""

    home: Seen | None
    sibling: Seen | None
    sights: tuple[Sight, ...] = ()
    """Those that were fetched just now and are not stored yet."""


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

    def __init__(self, looker: Looker, store: Store) -> None:
        self._looker = looker
        self._store = store
        self._known: OrderedDict[str, HostPages] = OrderedDict()

    async def beside(self, page: DuePage, *, now: datetime, with_sibling: bool = True) -> HostPages:
        """Return the comparison pages of a page's host; the home page alone, where that will do."""
        known = self._known.get(page.host) or await self._stored(page, since=now - FRESH)
        home, sibling = known.home, known.sibling
        sights: list[Sight] = []
        if home is None:
            home = await self._see(home_of(page.url), "home", sights)
        if sibling is None and with_sibling:
            sibling = await self._see(sibling_of(page.url, f"zz-{secrets.token_hex(6)}"), "sibling", sights)
        self._known[page.host] = HostPages(home=home, sibling=sibling)
        while len(self._known) > HOSTS:
            self._known.popitem(last=False)
        return HostPages(home=home, sibling=sibling, sights=tuple(sights))

    async def _stored(self, page: DuePage, *, since: datetime) -> HostPages:
        stored = await asyncio.to_thread(settling, self._store, page.domain_id, page.host, since=since)
        return HostPages(home=stored.get("home"), sibling=stored.get("sibling"))

    async def _see(self, url: str, purpose: str, sights: list[Sight]) -> Seen:
        sight = (await self._looker.look(url, purpose)).sight
        sights.append(sight)
        return sight.fetched, None if sight.reading is None else sight.reading.columns["evidence"]
