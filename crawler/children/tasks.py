"""What is given to a child that reads pages, and what comes back; as little as can say it.

The crawl's own process knows no more than this of reading: parsers, tables and models are the children's.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidence.addresses.redirects import led_there
from evidence.model import Carrier
from evidence.presence import judge
from evidence.property import Property
from evidence.visited import Fetched, Presence
from store.crawls.pages import DueBacklink
from store.crawls.sights import Reading

LARGE_BYTES = 256 * 1024
"""A larger body goes to children of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A body to read, and what to look for in it."""

    body: bytes
    """As it came over the wire."""
    headers: Mapping[str, str]
    """Lower-case names."""
    fetched: Fetched
    property: Property
    backlinks: tuple[DueBacklink, ...]
    is_link_list: bool = False
    """Whether the body is no page but an archive's list of its links (`evidence.link_list`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What came of it."""

    fetched: Fetched
    """As given, with what decoding found out."""
    reading: Reading | None
    body_bytes: int
    body_sha256: str
    onward: tuple[str, str]
    """Where the page itself sends its visitors and how, as in `evidence.visited.Hop`; empty: nowhere."""
    presences: Mapping[int, Presence]
    unsettled: tuple[int, ...]
    """Backlinks whose absence is suspicious until home page and sibling were seen."""
    own_images: tuple[Carrier, ...] = ()
    """Images of the page's own host that may lead to the property; none where it is present."""
    frames: tuple[Carrier, ...] = ()
    """Frames that show pages of the same site; none where the property is present."""
    is_foreign: bool = False
    """Whether the property is present on a page that seems not to be of its host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """A page that was read before, and the two pages of its host to compare it with."""

    fetched: Fetched
    document: bytes
    home: tuple[Fetched, bytes | None] | None
    sibling: tuple[Fetched, bytes | None] | None
    property: Property
    backlinks: tuple[DueBacklink, ...]


def unread(
    fetched: Fetched, property: Property, backlinks: Sequence[DueBacklink], *, body: bytes = b""
) -> Read:
    """Return the outcome of a fetch that brought nothing to read; the way there may tell all the same."""
    targets = [link.target for link in backlinks if link.target is not None]
    led = led_there(fetched, property, targets)
    return Read(
        fetched=fetched,
        reading=None if led is None else Reading(columns={}, references=(led,)),
        body_bytes=len(body),
        body_sha256=hashlib.sha256(body).hexdigest() if body else "",
        onward=("", ""),
        presences={
            link.id: judge(fetched, None, target=link.target, property=property) for link in backlinks
        },
        unsettled=(),
    )
