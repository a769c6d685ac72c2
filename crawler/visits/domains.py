"""Visiting domain after domain: leased from the frontier, their pages one by one, and handed back."""

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from crawler.recording import Recorder
from crawler.turns import Visits
from crawler.visits.visiting import Visitor
from evidence.errors import LinkwitnessError
from store.crawls.frontier import LeasedDomain, Queue
from store.crawls.pages import DuePage
from store.crawls.sights import PageVisit

PAGES_TOGETHER = 500
"""Pages read from the frontier in one go."""

logger = logging.getLogger(__name__)


class DomainVisits:
    """Visits the due pages of domains and sums up what was seen."""

    def __init__(
        self,
        visitor: Visitor,
        queue: Queue,
        recorder: Recorder,
        *,
        should_stop: Callable[[], bool],
        on_visit: Callable[["DomainVisits", str], None],
    ) -> None:
        """`on_visit` is told of each page that was visited and stored, by its URL."""
        self._visitor = visitor
        self._queue = queue
        self._recorder = recorder
        self._should_stop = should_stop
        self._on_visit = on_visit
        self._finished: list[int] = []
        self.visited = 0
        self.counts: Counter[tuple[str, str]] = Counter()
        """Backlinks by state and reason."""
        self._failed: list[str] = []
        self._lost: list[str] = []
        """Hosts of pages whose visits were not stored, because another worker had their domain by then."""

    @property
    def messages(self) -> tuple[str, ...]:
        """What went wrong, in sentences."""
        if not self._lost:
            return tuple(self._failed)
        who = f"{self._lost[0]} and {len(self._lost) - 1} more" if len(self._lost) > 1 else self._lost[0]
        taken = f"{who} went to another worker, as this one gave no sign of life"
        return (*self._failed, f"{taken}; what it saw there was not stored")

    async def lease(self, limit: int) -> list[Visits]:
        """Take up to `limit` domains with the first of their due pages; return the visits to each."""
        finished, self._finished = self._finished, []
        await self._recorder.run(self._queue.release, finished)
        now = datetime.now(UTC)
        domains = await self._recorder.run(self._queue.lease, limit, now=now)
        ids = [domain.id for domain in domains]
        pages: defaultdict[int, list[DuePage]] = defaultdict(list)
        due = await self._recorder.run(self._queue.due, ids, PAGES_TOGETHER, now=now)
        for page in due:
            pages[page.domain_id].append(page)
        last = due[-1].domain_id if len(due) == PAGES_TOGETHER else None
        return [self._visit(one, pages[one.id], is_all=last is None or one.id < last) for one in domains]

    async def _visit(self, domain: LeasedDomain, pages: Sequence[DuePage], *, is_all: bool) -> None:
        """Visit the due pages of one domain, and hand it back."""
        while await self._visit_pages(pages):
            if is_all:
                self._finished.append(domain.id)
                return
            pages = await self._recorder.run(
                self._queue.due, [domain.id], PAGES_TOGETHER, now=datetime.now(UTC)
            )
            is_all = len(pages) < PAGES_TOGETHER

    async def _visit_pages(self, pages: Sequence[DuePage]) -> bool:
        """Visit pages one after the other, each while the one before is being stored.

        Say whether all are stored and the domain's other pages may follow.
        """
        storing: asyncio.Task[bool] | None = None
        try:
            for page in pages:
                visit = None if self._should_stop() else await self._visit_page(page)
                if (storing is not None and not await storing) or visit is None:
                    return False
                storing = asyncio.create_task(self._store(visit))
                if visit.domain_not_before is not None:
                    break
            return storing is None or await storing
        finally:
            if storing is not None:
                await asyncio.wait({storing})

    async def _visit_page(self, page: DuePage) -> PageVisit | None:
        """Visit a page; None after a defect of ours.

        The page then stays due and its domain leased, so that this crawl does not meet it again and again.

        Raises:
            LinkwitnessError: what a person has to put right before anything more can be visited.
        """
        try:
            return await self._visitor.visit(page)
        except LinkwitnessError:
            raise
        except Exception as error:
            logger.exception("visiting %s failed inside Linkwitness", page.url)
            self._failed.append(f"{page.url}: {type(error).__name__}: {error}")
            return None

    async def _store(self, visit: PageVisit) -> bool:
        """Store a visit; say whether the domain is still ours and has not asked to be left alone."""
        page = visit.page
        try:
            is_stored = await self._recorder.record(visit)
        except Exception as error:
            logger.exception("storing a visit to %s failed inside Linkwitness", page.url)
            self._failed.append(f"{page.url}: {type(error).__name__}: {error}")
            return False
        if not is_stored:
            self._lost.append(page.host)
            return False
        self._note(visit)
        if visit.domain_not_before is not None:
            self._finished.append(page.domain_id)
        return visit.domain_not_before is None

    def _note(self, visit: PageVisit) -> None:
        self._queue.done(visit.page)
        self.visited += 1
        for judged in visit.judged.values():
            self.counts[str(judged.presence.state), str(judged.presence.reason)] += 1
        self._on_visit(self, visit.page.url)
