"""One HTTP conversation: a URL asked for, its redirects followed and recorded, every response archived."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from time import monotonic

from scrapy import Request
from scrapy.core.engine import ExecutionEngine
from scrapy.http import Response

from crawler.archive import Archive, Exchange
from crawler.failures import FetchError
from crawler.redirects import MAX_HOPS, next_url, web_url
from evidence.model import Fetched, Hop
from evidence.urls import registrable_domain
from store.visits import Archived

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """What became of asking for a URL."""

    fetched: Fetched
    exchange: Exchange | None
    """The last response; None when there was none."""
    archived: Archived
    """Where that response is kept."""
    started_at: datetime
    elapsed_ms: int


@dataclass(slots=True)
class Chain:
    """Redirects so far, and where they led."""

    at: str
    hops: list[Hop]

    def step(self, url: str, status: int) -> None:
        """Go on to `url`.

        Raises:
            FetchError: `redirect_loop`: it was asked before, or the chain is too long.
        """
        self.hops.append(Hop(url=self.at, status=status, how="http"))
        self.at = url
        if len(self.hops) > MAX_HOPS or any(hop.url == url for hop in self.hops):
            raise FetchError("redirect_loop", url)


def user_agent(contact: str) -> str:
    """Say who asks and where to complain."""
    return f"Linkwitness/{version('linkwitness')} (+{contact})"


class Conversations:
    """Holds conversations through Scrapy's downloader: robots, politeness and bounds are its business."""

    def __init__(self, engine: ExecutionEngine, archive: Archive | None, *, contact: str) -> None:
        """`archive` None: responses come out of an archive and are not written to another."""
        self._engine = engine
        self._archive = archive
        self._headers = {
            "User-Agent": user_agent(contact),
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "*",
        }

    async def hold(self, url: str, *, hops: tuple[Hop, ...] = (), asked: str | None = None) -> Conversation:
        """Ask for `url` and follow HTTP redirects; `hops` and `asked` continue a chain that a page began."""
        started_at, clock = datetime.now(UTC), monotonic()
        chain = Chain(at=url, hops=list(hops))
        exchange, archived, error = None, Archived(), ""
        try:
            exchange, archived = await self._follow(chain)
        except FetchError as failure:
            error = failure.reason
        return Conversation(
            fetched=Fetched(
                url=asked or url,
                final_url=chain.at,
                status=None if exchange is None else exchange.status,
                error=error,
                hops=tuple(chain.hops),
                truncated=exchange is not None and bool(exchange.cut),
            ),
            exchange=exchange,
            archived=archived,
            started_at=started_at,
            elapsed_ms=int((monotonic() - clock) * 1000),
        )

    async def _follow(self, chain: Chain) -> tuple[Exchange, Archived]:
        """Ask, and ask again where the answer points, until one is no redirect."""
        chain.at = web_url(chain.at)
        while True:
            exchange, archived = await self._ask(chain.at)
            location = exchange.header("location")
            if exchange.status not in REDIRECTS or not location:
                return exchange, archived
            chain.step(next_url(chain.at, location), exchange.status)

    async def _ask(self, url: str) -> tuple[Exchange, Archived]:
        request = Request(
            url,
            headers=self._headers,
            dont_filter=True,
            meta={"download_slot": registrable_domain(url)},
        )
        at = datetime.now(UTC)
        response = await self._engine.download_async(request)
        exchange = _exchange(url, at, self._headers, response)
        archived = request.meta.get("archived")
        if archived is None and self._archive is not None:
            archived = await asyncio.to_thread(self._archive.append, exchange)
        return exchange, archived or Archived()


def _exchange(url: str, at: datetime, request_headers: Mapping[str, str], response: Response) -> Exchange:
    return Exchange(
        url=url,
        at=at,
        request_headers=request_headers,
        status=response.status,
        headers=tuple(
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, values in response.headers.items()
            for value in values
        ),
        body=response.body,
        address="" if response.ip_address is None else str(response.ip_address),
        cut=next(iter(response.flags), ""),
    )
