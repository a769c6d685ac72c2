"""When a name that does not exist means that its page is gone (DESIGN section 4).

A name may be missing for a day, and a name server that is offline, filtered or behind a hotel's login may
deny every name. So it must be missing at two visits at least a day apart, and at both the same name servers
must know a name that surely exists: the property's own.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cached_property

from crawler.fetching.failures import FetchError
from crawler.fetching.resolver import Resolver
from evidence.presence import Reason
from evidence.visited import Presence, State
from store.crawls.pages import DuePage

CONFIRMED_AFTER = timedelta(days=1)
"""A name missing at two visits this far apart is gone; once is unknown."""
NO_SUCH_NAME = "dns_nxdomain"


class MissingNames:
    """Says since when names have been missing, and whether that is long enough."""

    def __init__(self, own_names: Sequence[str], name_servers: tuple[str, ...] = ()) -> None:
        """Take the property's own names, and the name servers that the crawl asks (those of the machine)."""
        self._own_names = tuple(own_names)
        self._name_servers = name_servers

    async def since(self, page: DuePage, error: str, now: datetime) -> datetime | None:
        """Return when a believable visit first found no such name; None when this one is no such visit."""
        if error != NO_SUCH_NAME or not await self._is_believable():
            return None
        return page.missing_since or now

    async def _is_believable(self) -> bool:
        for name in self._own_names:
            try:
                await self._resolver.resolve(name)
            except FetchError:
                continue
            return True
        return False

    @cached_property
    def _resolver(self) -> Resolver:
        """Made when a name is missing first: a replay has no name servers."""
        return Resolver(self._name_servers)


def gone_by_name(page: DuePage, since: datetime, now: datetime) -> Presence | None:
    """Say that the page is gone if its name has been missing for long enough."""
    if now - since < CONFIRMED_AFTER:
        return None
    return Presence(
        state=State.ABSENT,
        reason=Reason.GONE,
        detail=f"The name {page.host} did not exist on {since:%Y-%m-%d} and does not exist today.",
    )
