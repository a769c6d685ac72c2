"""The property's own targets, looked at once a day: whether they are still there, and what they are about.

Context is compared with what the owner's own page says beside an image.
Requests are as polite as any others, one at a time, and what comes is archived like any other page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from crawler.children.extraction import Extraction
from crawler.children.own_tasks import OwnRead, OwnTask
from crawler.fetching.conversation import Conversation, Conversations
from crawler.fetching.failures import FetchError
from crawler.recording import Recorder
from crawler.visits.settling import home_of
from evidence.addresses.hosts import registrable_domain
from evidence.addresses.matching import Matcher
from evidence.addresses.resized import shared_form
from evidence.addresses.slugs import slug_words
from evidence.addresses.urls import normal_form, without_tracking
from evidence.page.own_page import OwnPage
from evidence.property import Property, Target
from store.crawls.sights import Archived
from store.crawls.target_profiles import DueTarget, Profile, due_targets, mark_stand_ins, put_profile
from store.database import Store

FRESH = timedelta(days=1)
"""A target is asked for once in this time."""
MOST_TARGETS = 100
"""Of one crawl; the others wait for the next, those last that few backlinks name."""
MOST_PAGES = 30
"""Pages of the property that one crawl searches for its images."""
GONE = frozenset({404, 410})
MOST_TEXT = 20_000
"""Characters of a page's main text that are kept."""
NOTHING = OwnPage(title="", headings=(), language="", text="", shows={}, links=())


class OwnTargets:
    """Looks at the targets of one property."""

    def __init__(
        self,
        conversations: Conversations,
        extraction: Extraction,
        property: Property,
        *,
        store: Store,
        recorder: Recorder,
    ) -> None:
        self._conversations = conversations
        self._extraction = extraction
        self._property = property
        self._matcher = Matcher(property, ())
        self._store = store
        self._recorder = recorder
        self._images: tuple[Target, ...] = ()
        self._home = f"https://{property.name}/"
        self._pages: dict[str, OwnPage] = {}
        """Pages of the property that were read, by normal form of their address."""

    async def look(self) -> None:
        """Look at the targets that are due, and find the pages that show the images among them."""
        before = datetime.now(UTC) - FRESH
        due = await self._recorder.run(
            due_targets, self._store, self._property.name, before=before, limit=MOST_TARGETS
        )
        due = [target for target in due if self._matcher.owns(target.url)]
        if not due:
            return
        self._images = tuple(Target(url=target.url) for target in due if target.is_image)
        self._home = next(
            (home_of(one.url) for one in due if registrable_domain(one.url) in self._property.domains),
            self._home,
        )
        seen = [await self._look_at(target) for target in sorted(due, key=lambda one: one.is_image)]
        waiting = {target.url: profile for target, profile in seen if profile and target.is_image}
        await self._find(waiting)
        await self._recorder.run(mark_stand_ins, self._store, self._property.name)

    async def _look_at(self, target: DueTarget) -> tuple[DueTarget, Profile | None]:
        """Ask for a target and store what it is; None when an archive that is replayed does not have it."""
        conversation, read = await self._ask(target.url)
        if conversation.fetched.error == "not_archived":
            return target, None
        profile = _profile(target, conversation, read)
        await self._recorder.run(put_profile, self._store, profile)
        return target, profile

    async def _find(self, waiting: dict[str, Profile]) -> None:
        """Search the property's pages for images: those read already, its home page, then likely ones."""
        await self._note(waiting, list(self._pages.items()))
        for _ in range(MOST_PAGES):
            url = next(self._likely(waiting), None)
            if not waiting or url is None:
                return
            _, read = await self._ask(url)
            page = read.page if read else None
            self._pages.setdefault(normal_form(url), page or NOTHING)
            if page is not None:
                await self._note(waiting, [(url, page)])

    async def _note(self, waiting: dict[str, Profile], pages: Sequence[tuple[str, OwnPage]]) -> None:
        for url, page in pages:
            for image, shown in page.shows.items():
                if profile := waiting.pop(image, None):
                    known = replace(
                        profile,
                        page_url=url,
                        alt=shown.alt,
                        caption=shown.caption,
                        heading=shown.heading,
                        **_words(page),
                    )
                    await self._recorder.run(put_profile, self._store, known)

    def _likely(self, waiting: dict[str, Profile]) -> Iterator[str]:
        """The home page, then pages that share most words with the name of an image that is still sought."""
        if normal_form(self._home) not in self._pages:
            yield self._home
        links = dict.fromkeys(link for page in self._pages.values() for link in page.links)
        unread = [link for link in links if normal_form(link) not in self._pages]
        sought = [set(slug_words(image)) for image in waiting]
        shared = {
            link: max((len(words & set(slug_words(link))) for words in sought), default=0) for link in unread
        }
        yield from sorted((link for link in unread if shared[link]), key=lambda link: -shared[link])

    async def _ask(self, url: str) -> tuple[Conversation, OwnRead | None]:
        conversation = await self._conversations.hold(url)
        answer = conversation.answer
        if answer is None:
            return conversation, None
        headers = {name.lower(): value for name, value in reversed(answer.exchange.headers)}
        task = OwnTask(
            body=answer.exchange.body,
            headers=headers,
            url=conversation.fetched.final_url,
            property=self._property,
            images=self._images,
        )
        try:
            read = await self._extraction.read_own(task)
        except FetchError:
            return conversation, None
        finally:
            answer.release()
        if read.page is not None and conversation.fetched.status == 200:
            self._pages[normal_form(url)] = read.page
        return conversation, read


def _profile(target: DueTarget, conversation: Conversation, read: OwnRead | None) -> Profile:
    fetched, answer = conversation.fetched, conversation.answer
    state, detail = _state(target, conversation, read)
    archived = answer.archived if answer else Archived()
    profile = Profile(
        target_id=target.id,
        seen_at=conversation.started_at,
        state=state,
        detail=detail,
        final_url=fetched.final_url,
        status=fetched.status,
        content_type=answer.exchange.header("content-type") if answer else "",
        archive_file=archived.file,
        archive_offset=archived.offset,
        archive_length=archived.length,
    )
    if read is None:
        return profile
    return replace(
        profile,
        kind=read.kind,
        bytes=read.bytes,
        format=read.format,
        width=read.width,
        height=read.height,
        picture_hash=read.picture_hash,
        **(_words(read.page) if read.page and not target.is_image else {}),
    )


def _words(page: OwnPage) -> dict[str, Any]:
    return {
        "title": page.title,
        "headings": page.headings,
        "language": page.language,
        "text": page.text[:MOST_TEXT],
    }


def _state(target: DueTarget, conversation: Conversation, read: OwnRead | None) -> tuple[str, str]:
    """Say whether the target is there, and why not: an error is no proof that it is gone."""
    fetched = conversation.fetched
    if fetched.status in GONE:
        return "gone", f"its address answers {fetched.status}"
    if fetched.status is None or read is None:
        return "unknown", fetched.error.replace("_", " ") or "it could not be read"
    if fetched.status != 200:
        return "unknown", f"its address answers {fetched.status}"
    return _what_came(target, fetched.final_url, read)


def _what_came(target: DueTarget, url: str, read: OwnRead) -> tuple[str, str]:
    if target.is_image and read.kind == "page":
        return "gone", f"a page answers where the picture was: {url}"
    if target.is_image and not _is_same_image(target.url, url):
        return "replaced", f"its address leads to another picture: {url}"
    if not target.is_image and urlsplit(url).path == "/" != urlsplit(target.url).path:
        return "gone", f"its address leads to the home page: {url}"
    return "there", ""


def _is_same_image(asked: str, came: str) -> bool:
    """Whether a redirect leads to the same picture: in another size, at another host, under its own name."""
    one, other = (shared_form(without_tracking(url).partition("?")[0]) for url in (asked, came))
    return one == other or one.rpartition("/")[2] == other.rpartition("/")[2]
