"""The spider that visits referring pages: puts a crawl together, and ends it in good order."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import Any

from scrapy import Spider

from crawler.archive.repair import repair
from crawler.archive.replay import ReplayIndex
from crawler.archive.writer import Archive
from crawler.children.extraction import Extraction
from crawler.fetching.conversation import Conversations, Keep
from crawler.fetching.downloader import AwaitedDownloader
from crawler.fetching.open_files import places
from crawler.fetching.profiles import user_agent
from crawler.job import CrawlJob, Progress, Summary
from crawler.recording import Recorder
from crawler.turns import Turns
from crawler.visits.domains import DomainVisits
from crawler.visits.doubting import Doubter
from crawler.visits.looking import Looker
from crawler.visits.missing_names import MissingNames
from crawler.visits.own_images import OwnImages
from crawler.visits.own_targets import OwnTargets
from crawler.visits.settling import Comparisons, Seen
from crawler.visits.visiting import Visitor
from evidence.errors import LinkwitnessError
from evidence.presence import Reason
from evidence.property import Property
from store.crawls.frontier import Queue
from store.crawls.pages import DuePage
from store.crawls.visits import settling
from store.database import Store

logger = logging.getLogger(__name__)


class ReferringPagesSpider(Spider):
    """Visits every due page of one property and stores what it saw."""

    name = "referring_pages"

    def __init__(
        self,
        *,
        job: CrawlJob,
        store: Store,
        property: Property,
        on_progress: Callable[[Progress], None] | None,
        replayed: ReplayIndex | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._job = job
        self._store = store
        self._property = property
        self._on_progress = on_progress
        self.replayed = replayed
        """Where answers come from instead of the network."""
        self._queue = Queue(
            store, job.property_name, worker=job.worker, lease_s=job.lease_s, page_ids=job.page_ids
        )
        self._stop = asyncio.Event()
        self._recorder = Recorder(store, worker=job.worker, should_stop=self._stop.is_set)
        self._messages: list[str] = []
        self._turns = Turns(places())
        self.keep: Keep | None = None
        """Writes a response to the archive, for pages and robots.txt alike; None while replaying one."""
        self.summary: Summary | None = None
        self.failure: Exception | None = None
        """What ended the crawl before its time."""

    def stop(self) -> None:
        """Ask the crawl to come to an end: finish what is in flight, take nothing new."""
        self._stop.set()
        self._turns.stop()

    async def start(self) -> AsyncIterator[Any]:
        """Crawl. Requests go straight to the downloader; the one item that comes out is the summary."""
        try:
            self.summary = await self._crawl()
        except Exception as error:  # noqa: BLE001  # Scrapy would log it and call the crawl finished
            self.failure = error
        else:
            yield self.summary

    async def _crawl(self) -> Summary:
        began = monotonic()
        async with self._archiving(), self._reading() as extraction:
            conversations = self._conversations()
            self._queue.release_dead()
            due = self._queue.count(now=datetime.now(UTC))
            visits = DomainVisits(
                self._visitor(conversations, extraction),
                self._queue,
                self._recorder,
                should_stop=self._stop.is_set,
                on_visit=partial(self._tell, due),
            )
            try:
                await self._visit(visits, self._look_at_own_targets(conversations, extraction))
            finally:
                self._queue.release_all()
                if self.replayed is not None:  # the network, or another archive, may have them
                    self._queue.due_again(Reason.NOT_ARCHIVED, now=datetime.now(UTC))
        return Summary(
            visited=visits.visited,
            waiting=self._queue.count(now=datetime.now(UTC)),
            counts=dict(visits.counts),
            stopped=self._stop.is_set(),
            elapsed_s=monotonic() - began,
            messages=(
                *self._messages,
                *visits.messages,
                *(() if self.replayed is None else self.replayed.damage),
            ),
        )

    @asynccontextmanager
    async def _archiving(self) -> AsyncIterator[None]:
        """Keep what comes, and end with all of it written; what is replayed is kept already."""
        with closing(self._recorder):
            if self.replayed is not None:
                yield
                return
            self._messages += await asyncio.to_thread(repair, self._job.archive)
            with closing(Archive(self._job.archive, software=user_agent(self._job.contact))) as archive:
                self.keep = self._recorder.keeping(archive)
                yield

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[Extraction]:
        """Give what reads bodies, still starting; what is loaded here by now stays."""
        gc.freeze()  # looking through it for garbage costs a seventh of a request
        extraction = Extraction()
        starting = asyncio.create_task(extraction.start())
        try:
            yield extraction
        finally:
            await asyncio.wait({starting})
            await extraction.close()

    async def _visit(self, visits: DomainVisits, own_targets: Coroutine[Any, Any, None]) -> None:
        """Visit all that is due, the property's own targets beside it, and keep what was leased."""
        beside = [asyncio.create_task(self._renew()), own := asyncio.create_task(own_targets)]
        try:
            await self._turns.run(visits.lease)
            await self._unless_stopped(own)
        finally:
            for task in beside:
                task.cancel()

    def _conversations(self) -> Conversations:
        assert self.crawler.engine is not None
        downloader = self.crawler.engine.downloader
        assert isinstance(downloader, AwaitedDownloader)
        return Conversations(downloader, self.keep, contact=self._job.contact, turns=self._turns)

    def _visitor(self, conversations: Conversations, extraction: Extraction) -> Visitor:
        looker = Looker(conversations, extraction, self._property)
        return Visitor(
            looker,
            Comparisons(looker, self._settling),
            extraction,
            Doubter(looker, OwnImages(conversations, extraction, self._property), loads=self._job.loads),
            MissingNames(self._property.domains, self._job.name_servers),
            property=self._property,
        )

    async def _settling(self, page: DuePage, since: datetime) -> Mapping[str, Seen]:
        """Look up a host's comparison pages."""
        return await self._recorder.run(settling, self._store, page.domain_id, page.host, since=since)

    async def _look_at_own_targets(self, conversations: Conversations, extraction: Extraction) -> None:
        """Look at what the property itself has; a defect of ours there is no reason to end the crawl."""
        if not self._job.own_targets:
            return
        targets = OwnTargets(
            conversations, extraction, self._property, store=self._store, recorder=self._recorder
        )
        try:
            await targets.look()
        except LinkwitnessError as error:
            self._messages.append(f"the property's own targets: {error}")
        except Exception as error:
            logger.exception("looking at the property's own targets failed inside Linkwitness")
            self._messages.append(f"the property's own targets: {type(error).__name__}: {error}")

    async def _unless_stopped(self, task: asyncio.Task[None]) -> None:
        """Wait for a task, or for the wish to stop."""
        stopping = asyncio.create_task(self._stop.wait())
        await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()

    def _tell(self, due: int, visits: DomainVisits, url: str) -> None:
        if self._on_progress is not None:
            counts = dict(visits.counts)
            self._on_progress(Progress(visited=visits.visited, due=due, url=url, counts=counts))

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(self._job.lease_s / 3)
            await self._recorder.run(self._queue.renew, now=datetime.now(UTC))
