"""Images that a page serves from its own host, and that the host fetches from the property.

Kits write `<img src="/slug.jpg">` and answer that address with a redirect to a victim's image (field
observation). Only asking shows it. Each image is asked for once a crawl, few of a page and of a host.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from crawler.fetching.conversation import Conversation, Conversations
from crawler.fetching.profiles import PLAIN
from evidence.addresses.hosts import host_of
from evidence.addresses.matching import Matcher
from evidence.model import Carrier, Level, Reference
from evidence.presence import Reason
from evidence.property import Property
from evidence.visited import Presence, State
from store.crawls.pages import DueBacklink
from store.crawls.sights import Reading, Sight

PER_HOST = 40
"""In one crawl; a kit that does this does it on its first pages."""
KEPT = 20_000
"""Images, and hosts, that are remembered; those asked about first are forgotten first."""
VIA = "image-redirect"
T = TypeVar("T")


class OwnImages:
    """Asks for images, within its bounds."""

    def __init__(self, conversations: Conversations, property: Property) -> None:
        self._conversations = conversations
        self._property = property
        self._asked: OrderedDict[str, Conversation | None] = OrderedDict()
        """What led somewhere else; None for images that were just images."""
        self._of_host: OrderedDict[str, int] = OrderedDict()

    async def look(self, images: Sequence[Carrier], backlinks: Sequence[DueBacklink]) -> tuple[Sight, ...]:
        """Return one sight for each image that leads to the property, with what it says of the backlinks."""
        matcher = Matcher(self._property, [link.target for link in backlinks if link.target is not None])
        sights = []
        for image in images:
            conversation = await self._ask(image.url, matcher)
            if conversation is not None:
                reference = _reference(image, conversation, matcher)
                if reference is not None:
                    sights.append(_sight(conversation, reference, backlinks))
        return tuple(sights)

    async def _ask(self, url: str, matcher: Matcher) -> Conversation | None:
        if url not in self._asked:
            host = host_of(url)
            if self._of_host.get(host, 0) >= PER_HOST:
                return None
            self._of_host[host] = self._of_host.get(host, 0) + 1
            conversation = await self._conversations.where(url, until=matcher.match)
            self._asked[url] = _brief(conversation) if conversation.fetched.hops else None
            _forget(self._asked)
            _forget(self._of_host)
        return self._asked.get(url)


def _forget(kept: OrderedDict[str, T]) -> None:
    if len(kept) > KEPT:
        kept.popitem(last=False)


def _brief(conversation: Conversation) -> Conversation:
    """Return what is worth remembering of a conversation about an image: its way, and what it is called."""
    answer = conversation.answer
    if answer is None:
        return conversation
    headers = tuple(header for header in answer.exchange.headers if header[0].lower() == "content-type")
    return replace(conversation, answer=replace(answer, exchange=replace(answer.exchange, headers=headers)))


def _reference(image: Carrier, conversation: Conversation, matcher: Matcher) -> Reference | None:
    match = matcher.match(conversation.fetched.final_url)
    if match is None:
        return None
    return Reference(
        carrier=image,
        level=max(match.level, Level.REDIRECTED),
        target=match.target,
        resolved=match.resolved,
        via=VIA,
    )


def _sight(conversation: Conversation, reference: Reference, backlinks: Sequence[DueBacklink]) -> Sight:
    fetched, answer = conversation.fetched, conversation.answer
    assert answer is not None
    chain = " → ".join((*(f"{hop.url} ({hop.status})" for hop in fetched.hops), fetched.final_url))
    shown = Presence(
        state=State.PRESENT,
        reason=Reason.EMBED,
        detail=f"shows an image of its own that is fetched from {reference.resolved}: {chain}"[:1000],
        reference=reference,
    )
    meant = {link.id for link in backlinks if link.target is None or link.target.url == reference.target}
    return Sight(
        purpose="image",
        profile=PLAIN.name,
        started_at=conversation.started_at,
        elapsed_ms=conversation.elapsed_ms,
        fetched=fetched,
        address=answer.exchange.address,
        content_type=answer.exchange.header("content-type"),
        received_bytes=answer.received_bytes,
        body_bytes=len(answer.exchange.body),
        body_sha256="",
        archived=answer.archived,
        reading=Reading(columns={}, references=(reference,)),
        presences=dict.fromkeys(meant, shown),
        tls_faults=conversation.tls_faults,
    )
