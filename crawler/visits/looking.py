"""One look at a URL: asked for, and what came of it read in a child process."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from crawler.children.extraction import Extraction
from crawler.children.tasks import Read, Task, unread
from crawler.fetching.chain import Cookie
from crawler.fetching.conversation import Answer, Conversation, Conversations
from crawler.fetching.failures import FetchError
from crawler.fetching.profiles import PLAIN, Profile
from crawler.fetching.retry_after import wait_asked_for
from evidence.addresses.hosts import host_of
from evidence.model import Carrier
from evidence.property import Property
from evidence.visited import Presence, State
from store.crawls.pages import Before, DueBacklink
from store.crawls.sights import Archived, Sight

MOST_DETAIL = 500
LONGEST_COOKIE = 4_096
"""Characters of all together; what RFC 6265 asks browsers to keep of one (hostile case 23)."""
PASSING = frozenset({"date", "set-cookie"})
"""Headers that differ from answer to answer and say nothing about the page."""
LONGEST_VALIDATOR = 500
"""Characters; longer ones are not worth sending back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An answer that was read: one that is the same, byte for byte, says the same."""

    digest: bytes
    read: Read


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was seen, as it will be stored, and what only the visit needs to know."""

    sight: Sight
    unsettled: tuple[int, ...]
    """Backlinks whose absence is suspicious until home page and sibling were seen."""
    own_images: tuple[Carrier, ...] = ()
    """Images of the page's own host that may lead to the property."""
    frames: tuple[Carrier, ...] = ()
    """Frames of the page that show pages of the same site."""
    is_foreign: bool = False
    """Whether the property is present on a page that seems not to be of its host."""
    cookie: Cookie | None = None
    """What the host of the page asked us to give back."""
    known: Known | None = None
    """For a page that lacks something: the answer and what it said."""


class Looker:
    """Looks at URLs for one property."""

    def __init__(self, conversations: Conversations, extraction: Extraction, property: Property) -> None:
        self._conversations = conversations
        self._extraction = extraction
        self._property = property

    async def look(
        self,
        url: str,
        purpose: str,
        backlinks: Sequence[DueBacklink] = (),
        *,
        profile: Profile = PLAIN,
        before: Before | None = None,
        cookie: Cookie | None = None,
        known: Known | None = None,
    ) -> Look:
        """Look once; whatever goes wrong is part of the answer.

        A page that sends its visitors on by itself is followed, unless it shows what is looked for. When
        it is as it was `before`, the look is called `unchanged` and says what was said then. An answer that
        is the same as the `known` one, to the same backlinks or fewer, is not read again.
        """
        links = tuple(backlinks)
        conversation = await self._conversations.hold(
            url, profile=profile, before=before, cookie=cookie, may_be_listed=purpose == "page"
        )
        if before is not None and conversation.is_as_before:
            return _unchanged(conversation, profile, before, links, self._property)
        read, digest = await self._read(conversation, links, known)
        while read.onward[0]:
            conversation = await self._conversations.go_on(
                read.fetched, conversation.tls_faults, read.onward, profile=profile
            )
            read, digest = await self._read(conversation, links, known)
        return Look(
            sight=_sight(purpose, profile, conversation, read),
            unsettled=read.unsettled,
            own_images=read.own_images,
            frames=read.frames,
            is_foreign=read.is_foreign,
            cookie=_cookie(conversation),
            known=Known(digest=digest, read=read) if digest else None,
        )

    async def _read(
        self, conversation: Conversation, backlinks: tuple[DueBacklink, ...], known: Known | None
    ) -> tuple[Read, bytes]:
        """Return what an answer says, and a digest of the answer where that will be of use."""
        answer = conversation.answer
        if answer is None:
            return unread(conversation.fetched, self._property, backlinks), b""
        try:
            if known is not None and known.digest == _digest(conversation, answer):
                said = {link.id: known.read.presences[link.id] for link in backlinks}
                return replace(known.read, presences=said), b""
            read = await self._read_answer(conversation, answer, backlinks)
            lacks = any(presence.state == State.ABSENT for presence in read.presences.values())
            return read, _digest(conversation, answer) if lacks else b""
        finally:
            answer.release()

    async def _read_answer(
        self, conversation: Conversation, answer: Answer, backlinks: tuple[DueBacklink, ...]
    ) -> Read:
        task = Task(
            body=answer.exchange.body,
            headers={name.lower(): value for name, value in reversed(answer.exchange.headers)},
            fetched=conversation.fetched,
            property=self._property,
            backlinks=backlinks,
            is_link_list=answer.is_link_list,
        )
        try:
            return await self._extraction.read(task)
        except FetchError as failure:
            failed = replace(conversation.fetched, error=failure.reason)
            return unread(failed, self._property, backlinks, body=task.body)


def _digest(conversation: Conversation, answer: Answer) -> bytes:
    """Sum up what a reading depends on."""
    telling = [header for header in answer.exchange.headers if header[0].lower() not in PASSING]
    sum = hashlib.sha256(answer.exchange.body)
    sum.update(repr((telling, conversation.fetched)).encode())
    return sum.digest()


def _unchanged(
    conversation: Conversation,
    profile: Profile,
    before: Before,
    backlinks: tuple[DueBacklink, ...],
    property: Property,
) -> Look:
    """Carry over what the page said when it was read; its evidence stays with that visit."""
    sight = _sight("unchanged", profile, conversation, unread(conversation.fetched, property, ()))
    carried = {
        link.id: Presence(state=State(link.state), reason=link.reason, detail=link.detail)
        for link in backlinks
    }
    return Look(sight=replace(sight, presences=carried, as_before=before.visit_id), unsettled=())


def _sight(purpose: str, profile: Profile, conversation: Conversation, read: Read) -> Sight:
    answer, failure = conversation.answer, conversation.failure
    return Sight(
        purpose=purpose,
        profile=profile.name,
        started_at=conversation.started_at,
        elapsed_ms=conversation.elapsed_ms,
        fetched=read.fetched,
        address="" if answer is None else answer.exchange.address,
        content_type=_header(conversation, "content-type"),
        received_bytes=0 if answer is None else answer.received_bytes,
        body_bytes=read.body_bytes,
        body_sha256=read.body_sha256,
        archived=Archived() if answer is None else answer.archived,
        reading=read.reading,
        presences=read.presences,
        error_detail="" if failure is None else failure.detail[:MOST_DETAIL],
        tls_faults=conversation.tls_faults,
        etag=_validator(conversation, "etag"),
        last_modified=_validator(conversation, "last-modified"),
        wait=_wait(conversation),
    )


def _header(conversation: Conversation, name: str) -> str:
    return "" if conversation.answer is None else conversation.answer.exchange.header(name)


def _cookie(conversation: Conversation) -> Cookie | None:
    """Return the cookies of a page that was not moved: those of another host are none of its business."""
    answer, url = conversation.answer, conversation.fetched.final_url
    if answer is None or host_of(url) != host_of(conversation.fetched.url):
        return None
    pairs = [
        value.partition(";")[0].strip()
        for name, value in answer.exchange.headers
        if name.lower() == "set-cookie"
    ]
    text = "; ".join(pair for pair in pairs if "=" in pair and pair.isascii() and pair.isprintable())
    return Cookie(host=host_of(url), value=text) if 0 < len(text) <= LONGEST_COOKIE else None


def _validator(conversation: Conversation, name: str) -> str:
    value = _header(conversation, name)
    return value if value.isprintable() and value.isascii() and len(value) <= LONGEST_VALIDATOR else ""


def _wait(conversation: Conversation) -> timedelta | None:
    if conversation.answer is None:
        return None if conversation.failure is None else conversation.failure.wait
    exchange = conversation.answer.exchange
    return wait_asked_for(exchange.status, exchange.header("retry-after"), now=datetime.now(UTC))
