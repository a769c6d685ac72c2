"""One visit to one page: looked at, judged, and settled where its absence is suspicious."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from crawler.children.extraction import Extraction
from crawler.children.tasks import Settling
from crawler.fetching.failures import FetchError
from crawler.visits.doubting import Case, Doubter
from crawler.visits.looking import Look, Looker
from crawler.visits.missing_names import MissingNames, gone_by_name
from crawler.visits.revisiting import may_stand
from crawler.visits.schedule import after_failure, after_visit
from crawler.visits.settling import Comparisons
from evidence.addresses.redirects import is_home
from evidence.property import Property
from evidence.visited import Presence, State
from store.crawls.pages import DuePage
from store.crawls.sights import Judged, PageVisit, Sight


class Visitor:
    """Visits pages for one property."""

    def __init__(
        self,
        looker: Looker,
        comparisons: Comparisons,
        extraction: Extraction,
        doubter: Doubter,
        missing_names: MissingNames,
        *,
        property: Property,
    ) -> None:
        self._looker = looker
        self._comparisons = comparisons
        self._extraction = extraction
        self._doubter = doubter
        self._missing_names = missing_names
        self._property = property

    async def visit(self, page: DuePage) -> PageVisit:
        """Visit a page; whatever goes wrong with it is part of the answer."""
        now = datetime.now(UTC)
        before = may_stand(page, now=now)
        first = await self._looker.look(page.url, "page", page.backlinks, before=before)
        if first.sight.as_before is not None:
            return _confirm(page, first.sight, now)
        presences = dict(first.sight.presences)
        sights = [first.sight]
        missing_since = await self._missing_names.since(page, first.sight.fetched.error, now)
        if missing_since is not None and (gone := gone_by_name(page, missing_since, now)) is not None:
            presences = dict.fromkeys(presences, gone)
        if first.unsettled:
            settled, compared = await self._settle(page, first, now)
            presences |= settled
            sights += compared
        elif first.is_foreign and not is_home(page.url):
            sights += (await self._comparisons.beside(page, now=now, with_sibling=False)).sights
        judged = {id: _once(presence) for id, presence in presences.items()}
        case = Case(page=page, first=first, judged=judged, sights=sights)
        await self._doubter.settle(case)
        return _conclude(page, tuple(case.sights), case.judged, missing_since, now, wait=case.wait)

    async def _settle(
        self, page: DuePage, first: Look, now: datetime
    ) -> tuple[Mapping[int, Presence], tuple[Sight, ...]]:
        """Judge the suspicious absences again beside the host's home page and a random sibling."""
        assert first.sight.reading is not None
        beside = await self._comparisons.beside(page, now=now)
        task = Settling(
            fetched=first.sight.fetched,
            document=first.sight.reading.columns["evidence"],
            home=beside.home,
            sibling=beside.sibling,
            property=self._property,
            backlinks=tuple(link for link in page.backlinks if link.id in first.unsettled),
        )
        try:
            return await self._extraction.settle(task), beside.sights
        except FetchError:
            return {}, beside.sights


def _once(presence: Presence) -> Judged:
    return Judged(presence=presence, seen_loads=int(presence.state == State.PRESENT), loads=1)


def _confirm(page: DuePage, sight: Sight, now: datetime) -> PageVisit:
    """Conclude a visit to a page that is as it was."""
    judged = {
        id: Judged(presence=presence, sight=None, seen_loads=0, loads=0)
        for id, presence in sight.presences.items()
    }
    return _conclude(page, (sight,), judged, None, now, wait=None)


def _conclude(
    page: DuePage,
    sights: tuple[Sight, ...],
    judged: Mapping[int, Judged],
    missing_since: datetime | None,
    now: datetime,
    *,
    wait: timedelta | None,
) -> PageVisit:
    if all(verdict.presence.state == State.UNKNOWN for verdict in judged.values()):
        following = after_failure(now, attempts=page.attempts, interval=page.interval)
    else:
        before = {link.id: (link.state, link.reason) for link in page.backlinks if link.state}
        changed = any(
            id in before and before[id] != (verdict.presence.state, verdict.presence.reason)
            for id, verdict in judged.items()
        )
        following = after_visit(now, interval=page.interval, changed=changed)
    return PageVisit(
        page=page,
        sights=sights,
        judged=judged,
        checked_at=now,
        due_at=following.due_at if wait is None else now + wait,
        attempts=following.attempts,
        interval=following.interval,
        missing_since=missing_since,
        domain_not_before=None if wait is None else now + wait,
    )
