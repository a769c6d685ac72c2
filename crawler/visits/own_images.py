"""Images that a page serves from its own host: fetched from the property, or copies of its pictures.

Kits write `<img src="/slug.jpg">` and answer that address with a redirect to a victim's image, or with its
bytes (field observation). Only asking shows it. Each image is asked for once a crawl, few of a page and of a
host.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crawler.children.extraction import Extraction
from crawler.children.own_tasks import OwnTask
from crawler.fetching.conversation import BRIEF_BYTES, Conversation, Conversations
from crawler.fetching.failures import FetchError
from crawler.fetching.profiles import PLAIN
from evidence.addresses.hosts import host_of
from evidence.addresses.matching import Matcher
from evidence.model import Carrier, Level, Reference
from evidence.pictures.copies import is_copy
from evidence.presence import Reason
from evidence.property import Property
from evidence.visited import Presence, State
from store.crawls.pages import DueBacklink
from store.crawls.sights import Reading, Sight

PER_HOST = 40
"""In one crawl; a kit that does this does it on its first pages."""
KEPT = 20_000
"""Images, and hosts, that are remembered; those asked about first are forgotten first."""
MOST_BYTES = 2_000_000
"""Of a picture that is compared with the property's; nearly all pictures on pages are smaller."""
LED, COPIED = "image-redirect", "picture-copy"
"""How an image of the page's own host belongs to the property."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What became of asking for an image, as far as it is worth remembering."""

    conversation: Conversation
    body_bytes: int
    picture_hash: str
    """Empty where nothing was to be compared, or no whole picture came."""


class OwnImages:
    """Asks for images, within its bounds."""

    def __init__(self, conversations: Conversations, extraction: Extraction, property: Property) -> None:
        self._conversations = conversations
        self._extraction = extraction
        self._property = property
        self._asked: OrderedDict[str, Asked | None] = OrderedDict()
        """What led somewhere else, or is a picture; None for all others."""
        self._of_host: OrderedDict[str, int] = OrderedDict()

    async def look(self, images: Sequence[Carrier], backlinks: Sequence[DueBacklink]) -> tuple[Sight, ...]:
        """Return a sight for each image that leads to the property or copies a picture of it.

        Each says what that means for the backlinks.
        """
        matcher = Matcher(self._property, [link.target for link in backlinks if link.target is not None])
        pictures = {
            link.target.url: link.picture_hash
            for link in backlinks
            if link.target is not None and link.picture_hash
        }
        sights = []
        for image in images:
            asked = await self._ask(image.url, matcher, is_compared=bool(pictures))
            reference = (
                None if asked is None else _led(image, asked, matcher) or _copied(image, asked, pictures)
            )
            if asked is not None and reference is not None:
                sights.append(_sight(asked, reference, backlinks))
        return tuple(sights)

    async def _ask(self, url: str, matcher: Matcher, *, is_compared: bool) -> Asked | None:
        if url not in self._asked:
            host = host_of(url)
            if self._of_host.get(host, 0) >= PER_HOST:
                return None
            self._of_host[host] = self._of_host.get(host, 0) + 1
            most_bytes = MOST_BYTES if is_compared else BRIEF_BYTES
            conversation = await self._conversations.where(url, until=matcher.match, most_bytes=most_bytes)
            picture_hash = await self._hash(conversation) if is_compared else ""
            is_telling = conversation.fetched.hops or picture_hash
            self._asked[url] = _brief(conversation, picture_hash) if is_telling else None
            _forget(self._asked)
            _forget(self._of_host)
        return self._asked.get(url)

    async def _hash(self, conversation: Conversation) -> str:
        """Look at the picture that came, in a child process; empty unless a whole one did."""
        answer = conversation.answer
        if answer is None:
            return ""
        exchange = answer.exchange
        try:
            if exchange.status != 200 or exchange.cut:
                return ""
            headers = {name.lower(): value for name, value in reversed(exchange.headers)}
            task = OwnTask(
                body=exchange.body, headers=headers, url=exchange.url, property=self._property, images=()
            )
            return (await self._extraction.read_own(task)).picture_hash
        except FetchError:
            return ""
        finally:
            answer.release()


def _forget(kept: OrderedDict[str, T]) -> None:
    if len(kept) > KEPT:
        kept.popitem(last=False)


def _brief(conversation: Conversation, picture_hash: str) -> Asked | None:
    """Return what is worth remembering of a conversation about an image: its way, and what it is called.

    None where a way ended without an answer: it proves nothing.
    """
    answer = conversation.answer
    if answer is None:
        return None
    exchange = answer.exchange
    headers = tuple(header for header in exchange.headers if header[0].lower() == "content-type")
    brief = replace(answer, exchange=replace(exchange, headers=headers, body=b""))
    return Asked(
        conversation=replace(conversation, answer=brief),
        body_bytes=len(exchange.body),
        picture_hash=picture_hash,
    )


def _led(image: Carrier, asked: Asked, matcher: Matcher) -> Reference | None:
    match = matcher.match(asked.conversation.fetched.final_url)
    if match is None:
        return None
    return Reference(
        carrier=image,
        level=max(match.level, Level.REDIRECTED),
        target=match.target,
        resolved=match.resolved,
        via=LED,
    )


def _copied(image: Carrier, asked: Asked, pictures: Mapping[str, str]) -> Reference | None:
    for target, picture_hash in pictures.items():
        if is_copy(picture_hash, asked.picture_hash):
            return Reference(carrier=image, level=Level.COPY, target=target, resolved=target, via=COPIED)
    return None


def _sight(asked: Asked, reference: Reference, backlinks: Sequence[DueBacklink]) -> Sight:
    conversation = asked.conversation
    fetched, answer = conversation.fetched, conversation.answer
    assert answer is not None
    shown = Presence(
        state=State.PRESENT,
        reason=Reason.EMBED,
        detail=_told(asked, reference)[:1000],
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
        received_bytes=asked.body_bytes,
        body_bytes=asked.body_bytes,
        body_sha256="",
        archived=answer.archived,
        reading=Reading(columns={}, references=(reference,)),
        presences=dict.fromkeys(meant, shown),
        tls_faults=conversation.tls_faults,
    )


def _told(asked: Asked, reference: Reference) -> str:
    fetched = asked.conversation.fetched
    if reference.via == COPIED:
        return f"shows a copy of {reference.resolved}, told by its perceptual hash: {reference.carrier.url}"
    chain = " → ".join((*(f"{hop.url} ({hop.status})" for hop in fetched.hops), fetched.final_url))
    return f"shows an image of its own that is fetched from {reference.resolved}: {chain}"
