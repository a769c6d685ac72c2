"""robots.txt by RFC 9309: cached for a day, read up to 500 KiB, closed when it cannot be read.

Scrapy's own middleware fetches the page when robots.txt answers 503, 429 or not at all; the RFC says that is
a complete disallow (hostile case 74).
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.conversation import exchange_of
from crawler.decoding import decode
from crawler.failures import FetchError
from crawler.redirects import next_url
from crawler.retry_after import wait_asked_for

MAX_BYTES = 500 * 1024
CACHED_S = 24 * 3600.0
CACHED_CLOSED_S = 600.0
"""A site that could not be read is asked again sooner."""
REDIRECTS = 5
MAX_DELAY_S = 30.0
"""A longer Crawl-delay parks the host."""
PARKED = timedelta(days=1)
"""As long as robots.txt may be remembered; then it is read again."""
PRODUCT = "Linkwitness"
UNREADABLE = "robots_unreachable"
HOST_UNREACHABLE = frozenset(
    {
        "dns_nxdomain",
        "dns_servfail",
        "dns_timeout",
        "bad_url",
        "blocked_address",
        "connect_failed",
        "connect_timeout",
        "tls_error",
    }
)
"""Then it is not robots.txt that cannot be read, but the host: the page's reason is the host's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What one origin's robots.txt says to us."""

    robots: Protego | None
    """None: everything is allowed."""
    closed: FetchError | None = None
    """Why nothing is allowed; None when the rules decide."""
    until: float

    def allow(self, url: str) -> bool:
        """Whether the page may be fetched."""
        return self.robots is None or bool(self.robots.can_fetch(url, PRODUCT))

    @property
    def delay_s(self) -> float:
        """Seconds between requests that the site asks for."""
        return float((self.robots and self.robots.crawl_delay(PRODUCT)) or 0.0)


class RobotsMiddleware:
    """Lets a request pass when its origin's robots.txt allows it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._rules: dict[str, asyncio.Future[Rules]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RobotsMiddleware":
        """Make one (Scrapy's interface)."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Ask the rules.

        Raises:
            FetchError: `robots_denied` or `robots_unreachable`.
        """
        if request.meta.get("is_robots"):
            return
        rules = await self._of(request)
        if rules.closed is not None:
            raise FetchError(rules.closed.reason, rules.closed.detail, wait=rules.closed.wait)
        if not rules.allow(request.url):
            raise FetchError("robots_denied", request.url)
        if rules.delay_s > MAX_DELAY_S:
            asked = f"robots.txt asks for {rules.delay_s:.0f} s between two requests"
            raise FetchError("robots_denied", asked, wait=PARKED)
        self._slow_down(request.meta["download_slot"], rules.delay_s)

    def _slow_down(self, slot: str, delay_s: float) -> None:
        """Let Scrapy's slot of the domain wait as long as robots.txt asks."""
        assert self._crawler.engine is not None
        downloader = self._crawler.engine.downloader
        if delay_s > self._crawler.settings.getfloat("DOWNLOAD_DELAY"):
            downloader.per_slot_settings[slot] = {"delay": delay_s}
            downloader.slots[slot].delay = delay_s

    async def _of(self, request: Request) -> Rules:
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        known = self._rules.get(origin)
        if known is None or (known.done() and known.result().until < monotonic()):
            known = asyncio.ensure_future(self._fetch(f"{origin}/robots.txt", request))
            self._rules[origin] = known
        return await asyncio.shield(known)

    async def _fetch(self, url: str, request: Request) -> Rules:
        slot = request.meta["download_slot"]
        agent = (request.headers[b"User-Agent"] or b"").decode("latin-1")
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate"}
        for _ in range(REDIRECTS + 1):
            meta = {"download_slot": slot, "is_robots": True, "max_bytes": MAX_BYTES}
            try:
                response = await self._ask(Request(url, headers=headers, meta=meta), headers)
            except FetchError as error:
                return _closed(error.detail, error.reason if error.reason in HOST_UNREACHABLE else UNREADABLE)
            location = response.headers.get(b"Location")
            if 300 <= response.status < 400 and location:
                try:
                    url = next_url(url, location.decode("latin-1"))
                except FetchError as error:
                    return _closed(error.detail)
                continue
            return _read(response)
        return _open()

    async def _ask(self, request: Request, headers: Mapping[str, str]) -> Response:
        """Fetch a robots.txt and archive what came: it is the reason why a page was not visited."""
        assert self._crawler.engine is not None
        at = datetime.now(UTC)
        response = await self._crawler.engine.download_async(request)
        keep = getattr(self._crawler.spider, "keep", None)
        if keep is not None:
            await asyncio.to_thread(keep, exchange_of(request.url, at, headers, response))
        return response


def _read(response: Response) -> Rules:
    """Follow RFC 9309, 2.3.1: 4xx is *unavailable*, all allowed; 429 and 5xx *unreachable*, nothing is."""
    status = response.status
    if status == 429 or status >= 500:
        wait = wait_asked_for(status, _header(response, b"Retry-After"), now=datetime.now(UTC))
        return _closed(f"robots.txt answers {status}", wait=wait)
    if not 200 <= status < 300:
        return _open()
    plain = decode(response.body, _header(response, b"Content-Encoding")).body[:MAX_BYTES]
    text = plain.decode("utf-8-sig", "replace")
    return Rules(robots=Protego.parse(text), until=monotonic() + CACHED_S)


def _header(response: Response, name: bytes) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")


def _open() -> Rules:
    return Rules(robots=None, until=monotonic() + CACHED_S)


def _closed(why: str, reason: str = UNREADABLE, *, wait: timedelta | None = None) -> Rules:
    closed = FetchError(reason, why, wait=wait)
    return Rules(robots=None, closed=closed, until=monotonic() + CACHED_CLOSED_S)
