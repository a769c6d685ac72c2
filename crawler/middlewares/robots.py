"""Asking robots.txt before every request (RFC 9309).

Scrapy's own middleware fetches the page when robots.txt answers 503, 429 or not at all; the RFC says that is
a complete disallow (hostile case 74).
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.fetching.conversation import exchange_of
from crawler.fetching.downloader import AwaitedDownloader
from crawler.fetching.failures import FetchError
from crawler.fetching.redirects import next_url
from crawler.fetching.robots_rules import (
    MAX_BYTES,
    UNREADABLE,
    KnownRules,
    Rules,
    allowed,
    closed,
    read_rules,
)

REDIRECTS = 5
MAX_DELAY_S = 30.0
"""A longer Crawl-delay parks the host."""
PARKED = timedelta(days=1)
"""As long as robots.txt may be remembered; then it is read again."""
HOST_UNREACHABLE = frozenset(
    {
        "dns_nxdomain",
        "dns_no_address",
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


class RobotsMiddleware:
    """Lets a request pass when its origin's robots.txt allows it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._known = KnownRules()

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
        if not await rules.allow(request.url):
            raise FetchError("robots_denied", request.url)
        if rules.delay_s > MAX_DELAY_S:
            asked = f"robots.txt asks for {rules.delay_s:.0f} s between two requests"
            raise FetchError("robots_denied", asked, wait=PARKED)
        self._slow_down(request.meta["download_slot"], rules.delay_s)

    def _slow_down(self, slot: str, delay_s: float) -> None:
        """Let Scrapy's slot of the domain wait as long as robots.txt asks."""
        downloader = self._downloader
        if delay_s > self._crawler.settings.getfloat("DOWNLOAD_DELAY"):
            downloader.per_slot_settings[slot] = {"delay": delay_s}
            downloader.slots[slot].delay = delay_s

    @property
    def _downloader(self) -> AwaitedDownloader:
        assert self._crawler.engine is not None
        downloader = self._crawler.engine.downloader
        assert isinstance(downloader, AwaitedDownloader)
        return downloader

    async def _of(self, request: Request) -> Rules:
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        return await self._known.of(origin, lambda: self._fetch(f"{origin}/robots.txt", request))

    async def _fetch(self, url: str, request: Request) -> Rules:
        slot = request.meta["download_slot"]
        agent = (request.headers[b"User-Agent"] or b"").decode("latin-1")
        headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate"}
        for _ in range(REDIRECTS + 1):
            meta = {"download_slot": slot, "is_robots": True, "max_bytes": MAX_BYTES}
            try:
                response = await self._ask(Request(url, headers=headers, meta=meta), headers)
            except FetchError as error:
                return closed(error.detail, error.reason if error.reason in HOST_UNREACHABLE else UNREADABLE)
            location = response.headers.get(b"Location")
            if 300 <= response.status < 400 and location:
                try:
                    url = next_url(url, location.decode("latin-1"))
                except FetchError as error:
                    return closed(error.detail)
                continue
            return await read_rules(
                response.status,
                response.body,
                _header(response, b"Content-Encoding"),
                _header(response, b"Retry-After"),
            )
        return allowed()

    async def _ask(self, request: Request, headers: Mapping[str, str]) -> Response:
        """Fetch a robots.txt and archive what came: it is the reason why a page was not visited."""
        at = datetime.now(UTC)
        response = await self._downloader.ask(request)
        keep = getattr(self._crawler.spider, "keep", None)
        if keep is not None:
            await keep(exchange_of(request.url, at, headers, response))
        return response


def _header(response: Response, name: bytes) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")
