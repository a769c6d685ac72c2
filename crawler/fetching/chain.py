"""A chain of redirects as it grows: where it stands, and what may be told to whom on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field

from crawler.fetching.failures import FetchError
from crawler.fetching.redirects import MAX_HOPS
from evidence.addresses.hosts import host_of
from evidence.visited import Hop
from store.crawls.pages import Before

DOWNGRADED = "downgraded"
"""From a page that nobody could change on its way to one that anybody could."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """What a host asked us to give back; told to no other host."""

    host: str
    value: str


@dataclass(slots=True)
class Chain:
    """Redirects so far, and where they led."""

    at: str
    hops: list[Hop]
    tls_faults: list[str] = field(default_factory=list)
    before: Before | None = None
    cookie: Cookie | None = None
    until: Callable[[str], object] | None = None
    """Where to stop, when only the way is of interest."""
    most_bytes: int | None = None
    """Of a body, where fewer than usual will do."""
    may_be_listed: bool = False
    """Whether a list of the page's links will do, where an archive has no more."""

    @property
    def is_at_before(self) -> bool:
        """Whether the chain stands where the page was found before."""
        return self.before is not None and self.before.url == self.at

    @property
    def headers(self) -> dict[str, str]:
        """What only the address asked for next may be told: conditions (RFC 9110, 13.1), its own cookie."""
        told: dict[str, str] = {}
        if self.before is not None and self.is_at_before:
            told = {"If-None-Match": self.before.etag, "If-Modified-Since": self.before.last_modified}
        if self.cookie is not None and self.cookie.host == host_of(self.at):
            told["Cookie"] = self.cookie.value
        return {name: value for name, value in told.items() if value}

    def step(self, url: str, status: int, how: str = "http") -> None:
        """Go on to `url`; from https to http is a fault (hostile case 22).

        Raises:
            FetchError: `redirect_loop`: it was asked before, or the chain is too long.
        """
        if self.at.startswith("https:") and url.startswith("http:"):
            self.tls_faults.append(DOWNGRADED)
        self.hops.append(Hop(url=self.at, status=status, how=how))
        self.at = url
        if len(self.hops) > MAX_HOPS or any(hop.url == url for hop in self.hops):
            raise FetchError("redirect_loop", url)
