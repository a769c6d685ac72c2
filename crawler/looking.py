"""One look at a URL: asked for, and what came of it read in a child process."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.conversation import Conversation, Conversations
from crawler.extraction import Extraction
from crawler.failures import FetchError
from crawler.reading import Read, Task, unread
from evidence.property import Property
from store.frontier import DueBacklink
from store.visits import Sight

PLAIN = "plain"
"""The profile of an honest crawler: no referrer, no cookies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was seen, as it will be stored, and what only the visit needs to know."""

    sight: Sight
    unsettled: tuple[int, ...]
    """Backlinks whose absence is suspicious until home page and sibling were seen."""


class Looker:
    """Looks at URLs for one property."""

    def __init__(self, conversations: Conversations, extraction: Extraction, property: Property) -> None:
        self._conversations = conversations
        self._extraction = extraction
        self._property = property

    async def look(self, url: str, purpose: str, backlinks: Sequence[DueBacklink] = ()) -> Look:
        """Look once; whatever goes wrong is part of the answer."""
        conversation = await self._conversations.hold(url)
        read = await self._read(conversation, tuple(backlinks))
        exchange = conversation.exchange
        sight = Sight(
            purpose=purpose,
            profile=PLAIN,
            started_at=conversation.started_at,
            elapsed_ms=conversation.elapsed_ms,
            fetched=read.fetched,
            address=exchange.address if exchange else "",
            content_type=exchange.header("content-type") if exchange else "",
            body_bytes=read.body_bytes,
            body_sha256=read.body_sha256,
            archived=conversation.archived,
            reading=read.reading,
            presences=read.presences,
        )
        return Look(sight=sight, unsettled=read.unsettled)

    async def _read(self, conversation: Conversation, backlinks: tuple[DueBacklink, ...]) -> Read:
        exchange = conversation.exchange
        if exchange is None:
            return unread(conversation.fetched, self._property, backlinks)
        task = Task(
            body=exchange.body,
            headers={name.lower(): value for name, value in reversed(exchange.headers)},
            fetched=conversation.fetched,
            property=self._property,
            backlinks=backlinks,
        )
        try:
            return await self._extraction.read(task)
        except FetchError as failure:
            failed = replace(conversation.fetched, error=failure.reason)
            return unread(failed, self._property, backlinks, body=exchange.body)
