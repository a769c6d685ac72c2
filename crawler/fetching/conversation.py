"""One HTTP conversation: a URL asked for, its redirects followed and recorded, every response archived."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from scrapy import Request
from scrapy.http import Response

from crawler.archive.writer import Exchange
from crawler.fetching.chain import Chain, Cookie
from crawler.fetching.downloader import AwaitedDownloader
from crawler.fetching.failures import FetchError
from crawler.fetching.profiles import PLAIN, Profile, user_agent
from crawler.fetching.redirects import next_url, web_url
from crawler.turns import Turns
from evidence.addresses.hosts import registrable_domain
from evidence.visited import Fetched
from store.crawls.pages import Before
from store.crawls.sights import Archived

Keep = Callable[[Exchange], Awaitable[Archived]]
"""Writes an exchange to the archive."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
BRIEF_BYTES = 4_096
"""Of a body that nobody will read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One response, and where it is kept."""

    exchange: Exchange
    archived: Archived
    release: Callable[[], None]
    """To be called when the body has been read: large ones take turns."""
    tls_faults: tuple[str, ...] = ()
    is_link_list: bool = False
    """Whether an archive gave a list of the page's links, for want of the page."""

    @property
    def received_bytes(self) -> int | None:
        """Count the body as it came; None when an archive does not have it."""
        return None if self.is_link_list else len(self.exchange.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """What became of asking for a URL."""

    fetched: Fetched
    answer: Answer | None
    """The last response; None when there was none."""
    failure: FetchError | None
    """Why there is none; None when there is one."""
    tls_faults: tuple[str, ...]
    """Of all hops; passed over, for reading only."""
    is_as_before: bool
    """Whether the server says that the state it was asked about still stands (304)."""
    started_at: datetime
    elapsed_ms: int


class Conversations:
    """Holds conversations through Scrapy's downloader: robots, politeness and bounds are its business."""

    def __init__(
        self, downloader: AwaitedDownloader, keep: Keep | None, *, contact: str, turns: Turns
    ) -> None:
        """`keep` writes a response to the archive; None: they come out of one.

        `turns` learns who is slow.
        """
        self._turns = turns
        self._downloader = downloader
        self._keep = keep
        self._contact = contact

    async def hold(
        self,
        url: str,
        *,
        profile: Profile = PLAIN,
        before: Before | None = None,
        cookie: Cookie | None = None,
        may_be_listed: bool = False,
    ) -> Conversation:
        """Ask for `url` and follow where HTTP redirects lead.

        `before`: ask only for what is new since; `cookie`: give back what the site gave us; `may_be_listed`:
        take a list of the page's links where an archive has no more.
        """
        chain = Chain(at=url, hops=[], before=before, cookie=cookie, may_be_listed=may_be_listed)
        return await self._hold(url, chain, profile)

    async def where(
        self, url: str, *, until: Callable[[str], object], most_bytes: int = BRIEF_BYTES
    ) -> Conversation:
        """Follow `url` to the first address that `until` is true of, without asking for that one.

        What stands there is mostly of no interest: `most_bytes` of a body are read. The caller releases it.
        """
        chain = Chain(at=url, hops=[], until=until, most_bytes=most_bytes)
        return await self._hold(url, chain, PLAIN)

    async def go_on(
        self, before: Fetched, tls_faults: Sequence[str], onward: tuple[str, str], *, profile: Profile
    ) -> Conversation:
        """Follow a page's own redirect (where to, and how: `meta-refresh`, ...) as the next hop."""
        chain = Chain(at=before.final_url, hops=list(before.hops), tls_faults=list(tls_faults))
        return await self._hold(before.url, chain, profile, beyond=onward)

    async def _hold(
        self,
        asked: str,
        chain: Chain,
        profile: Profile,
        *,
        beyond: tuple[str, str] | None = None,
    ) -> Conversation:
        started_at, clock = datetime.now(UTC), monotonic()
        answer, failure = None, None
        try:
            if beyond is not None:
                chain.step(web_url(beyond[0]), 0, beyond[1])
            answer = await self._follow(chain, self._headers(profile))
        except FetchError as error:
            failure = error
        status = None if answer is None else answer.exchange.status
        return Conversation(
            fetched=Fetched(
                url=asked,
                final_url=chain.at,
                status=status,
                error="" if failure is None else failure.reason,
                hops=tuple(chain.hops),
                truncated=answer is not None and bool(answer.exchange.cut),
            ),
            answer=answer,
            failure=failure,
            tls_faults=tuple(dict.fromkeys(chain.tls_faults)),
            is_as_before=status == 304 and chain.is_at_before,
            started_at=started_at,
            elapsed_ms=int((monotonic() - clock) * 1000),
        )

    async def _follow(self, chain: Chain, headers: Mapping[str, str]) -> Answer:
        """Ask, and ask again where the answer points, until one is no redirect."""
        chain.at = web_url(chain.at)
        while True:
            answer = await self._ask(chain, {**headers, **chain.headers})
            chain.tls_faults += answer.tls_faults
            location = answer.exchange.header("location")
            if answer.exchange.status not in REDIRECTS or not location:
                return answer
            answer.release()
            chain.step(next_url(chain.at, location), answer.exchange.status)
            if chain.until is not None and chain.until(chain.at):
                return answer

    async def _ask(self, chain: Chain, headers: Mapping[str, str]) -> Answer:
        url = chain.at
        meta: dict[str, object] = {
            "download_slot": registrable_domain(url),
            "may_be_listed": chain.may_be_listed,
        }
        if chain.most_bytes is not None:
            meta["max_bytes"] = chain.most_bytes
        request = Request(url, headers=headers, dont_filter=True, meta=meta)
        at = datetime.now(UTC)
        with self._turns.asking():
            response = await self._downloader.ask(request)
        exchange = exchange_of(url, at, headers, response)
        archived: Archived = request.meta.get("archived", Archived())
        if self._keep is not None:
            archived = await self._keep(exchange)
        return Answer(
            exchange=exchange,
            archived=archived,
            release=request.meta.get("release", _nothing),
            tls_faults=request.meta.get("tls_faults", ()),
            is_link_list=request.meta.get("is_link_list", False),
        )

    def _headers(self, profile: Profile) -> Mapping[str, str]:
        return {
            "User-Agent": user_agent(self._contact, is_mobile=profile.is_mobile),
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "*",
            **profile.headers,
        }


def exchange_of(url: str, at: datetime, request_headers: Mapping[str, str], response: Response) -> Exchange:
    """Return a request sent at `at` and its response as the archive keeps them."""
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


def _nothing() -> None:
    """Most bodies take no turn."""
