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
        exchange, archived, error, at = None, Archived(), "", url
        chain = list(hops)
        try:
            at = web_url(url)
            seen = {hop.url for hop in chain}
            while True:
                if at in seen or len(chain) > MAX_HOPS:
                    raise FetchError("redirect_loop", at)
                seen.add(at)
                exchange, archived = await self._ask(at)
                location = exchange.header("location")
                if exchange.status not in REDIRECTS or not location:
                    break
                chain.append(Hop(url=at, status=exchange.status, how="http"))
                at = next_url(at, location)
        except FetchError as failure:
            error = failure.reason
            exchange = None
        return Conversation(
            fetched=Fetched(
                url=asked or url,
                final_url=at,
                status=None if exchange is None else exchange.status,
                error=error,
                hops=tuple(chain),
                truncated=exchange is not None and bool(exchange.cut),
            ),
            exchange=exchange,
            archived=archived,
            started_at=started_at,
            elapsed_ms=int((monotonic() - clock) * 1000),
        )

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
