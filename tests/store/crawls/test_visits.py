"""Writing visits down: whole or not at all, once, and only while the lease lasts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from evidence.model import Carrier, Kind, Level, Reference
from evidence.visited import Fetched, Hop, Presence, State
from store.crawls.frontier import Queue
from store.crawls.pages import DuePage
from store.crawls.sights import Judged, PageVisit, Sight
from store.crawls.visits import record, settling
from store.database import Store
from store.models import Backlink, Domain, Frontier, Visit
from store.models import Presence as PresenceRow
from store.models import Reference as ReferenceRow
from tests.crawler.seeding import IMAGE, PROPERTY, seed

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIND = Reference(
    carrier=Carrier(kind=Kind.LINK, url=IMAGE, raw=IMAGE, element="a", attribute="href", anchor="bottle"),
    level=Level.EXACT,
    target=IMAGE,
    resolved=IMAGE,
)


def leased_pages(store: Store, worker: str = "one") -> list[DuePage]:
    seed(store, ["http://a.test/1", "http://a.test/2", "http://b.test/3"])
    queue = Queue(store, PROPERTY.name, worker=worker, lease_s=60)
    return queue.due([domain.id for domain in queue.lease(10, now=NOW)], 100, now=NOW)


def sight(page: DuePage, presence: Presence, *, purpose: str = "page", url: str = "") -> Sight:
    return Sight(
        purpose=purpose,
        profile="plain",
        started_at=NOW,
        elapsed_ms=12,
        fetched=Fetched(
            url=url or page.url,
            final_url=page.url,
            status=200,
            hops=(Hop(url=page.url, status=301, how="http"),),
        ),
        address="20.0.0.1",
        content_type="text/html",
        received_bytes=7,
        body_bytes=10,
        body_sha256="ab",
        presences={link.id: presence for link in page.backlinks},
    )


def visit(page: DuePage, *, wait: timedelta | None = None) -> PageVisit:
    presence = Presence(state=State.PRESENT, reason="link", detail="links to it", reference=FIND)
    absent = Presence(state=State.ABSENT, reason="replaced", detail="something else")
    return PageVisit(
        page=page,
        sights=(sight(page, absent), sight(page, presence, purpose="again")),
        judged={
            link.id: Judged(presence=presence, sight=1, seen_loads=1, loads=2) for link in page.backlinks
        },
        checked_at=NOW,
        due_at=NOW + timedelta(days=7),
        attempts=0,
        interval=604_800,
        missing_since=None,
        domain_not_before=None if wait is None else NOW + wait,
    )


def counts(store: Store) -> list[int | None]:
    with store.read() as session:
        return [
            session.scalar(select(func.count()).select_from(table))
            for table in (Visit, PresenceRow, ReferenceRow)
        ]


def test_everything_of_several_visits_is_stored_and_the_pages_move_on(store: Store) -> None:
    pages = leased_pages(store)
    assert record(store, [visit(page) for page in pages], worker="one") == frozenset()
    assert counts(store) == [6, 6, 0]
    with store.read() as session:
        for page in pages:
            (link,) = page.backlinks
            backlink = session.get_one(Backlink, link.id)
            assert (backlink.state, backlink.reason, backlink.level) == ("present", "link", "L0")
            assert (backlink.seen_loads, backlink.loads) == (1, 2)
            said_so = session.get_one(Visit, backlink.visit_id)
            assert (said_so.page_id, said_so.purpose) == (page.id, "again")
            assert said_so.hops == [{"url": page.url, "status": 301, "how": "http"}]
            assert session.get_one(Frontier, page.id).due_at == NOW + timedelta(days=7)


def test_storing_a_visit_again_changes_nothing(store: Store) -> None:
    visits = [visit(page) for page in leased_pages(store)]
    record(store, visits[:2], worker="one")
    record(store, visits, worker="one")
    record(store, visits, worker="one")
    assert counts(store)[0] == 6


def test_a_visit_without_the_lease_is_refused_alone(store: Store) -> None:
    pages = leased_pages(store)
    with store.write() as session:
        session.get_one(Domain, pages[-1].domain_id).leased_by = "another"
    refused = record(store, [visit(page) for page in pages], worker="one")
    lost = {page.id for page in pages if page.domain_id == pages[-1].domain_id}
    assert refused == lost
    with store.read() as session:
        assert set(session.scalars(select(Visit.page_id))) == {page.id for page in pages} - lost


def test_a_host_that_asks_to_wait_is_noted(store: Store) -> None:
    page, *_ = leased_pages(store)
    record(store, [visit(page, wait=timedelta(hours=2))], worker="one")
    with store.read() as session:
        assert session.get_one(Domain, page.domain_id).not_before == NOW + timedelta(hours=2)


def test_an_error_in_the_middle_leaves_nothing_behind(store: Store) -> None:
    page, *_ = leased_pages(store)
    unknown = Presence(state=State.UNKNOWN, reason="timeout", detail="")
    of_nothing = replace(sight(page, unknown), presences={1: unknown})
    with pytest.raises(IntegrityError):
        record(store, [visit(page), replace(visit(page), sights=(of_nothing,), judged={})], worker="one")
    assert counts(store) == [0, 0, 0]


def test_home_page_and_sibling_of_a_host_are_shared_for_a_day(store: Store) -> None:
    page, *_ = leased_pages(store)
    nothing = Presence(state=State.UNKNOWN, reason="", detail="")
    home = replace(sight(page, nothing, purpose="home", url=f"http://{page.host}/"), presences={})
    seen = replace(visit(page), sights=(sight(page, nothing), home), judged={})
    record(store, [seen], worker="one")
    assert set(settling(store, page.domain_id, page.host, since=NOW - timedelta(days=1))) == {"home"}
    assert settling(store, page.domain_id, "other.test", since=NOW - timedelta(days=1)) == {}
    assert settling(store, page.domain_id, page.host, since=NOW + timedelta(seconds=1)) == {}


def test_an_unchanged_page_keeps_its_evidence_and_is_checked_again(store: Store) -> None:
    page = leased_pages(store)[0]
    (link,) = page.backlinks
    presence = Presence(state=State.PRESENT, reason="link", detail="links to it", reference=FIND)
    first = replace(sight(page, presence), etag='"v1"')
    whole = replace(
        visit(page), sights=(first,), judged={link.id: Judged(presence=presence, seen_loads=1, loads=1)}
    )
    record(store, [whole], worker="one")
    later = NOW + timedelta(days=8)
    queue = Queue(store, PROPERTY.name, worker="one", lease_s=60, page_ids=[page.id])
    (again,) = queue.due([page.domain_id], 10, now=later)
    assert again.before is not None
    assert (again.before.etag, again.before.url, again.before.seen_at) == ('"v1"', page.url, NOW)
    assert again.backlinks[0].visit_id == again.before.visit_id
    confirmed = replace(
        visit(again),
        sights=(replace(sight(again, presence, purpose="unchanged"), as_before=again.before.visit_id),),
        judged={link.id: Judged(presence=presence, sight=None, seen_loads=0, loads=0)},
        checked_at=later,
    )
    assert record(store, [confirmed], worker="one") == frozenset()
    with store.read() as session:
        backlink = session.get_one(Backlink, link.id)
        assert (backlink.visit_id, backlink.checked_at) == (again.before.visit_id, later)
        assert (backlink.level, backlink.seen_loads, backlink.loads) == ("L0", 1, 1)
        row = session.scalars(select(Visit).where(Visit.purpose == "unchanged")).one()
        assert (row.page_id, row.as_before, row.evidence) == (page.id, again.before.visit_id, None)
        said = session.get_one(PresenceRow, (row.id, link.id))
        assert (said.state, said.reason, said.detail) == ("present", "link", "links to it")


def test_without_validators_nothing_can_be_confirmed(store: Store) -> None:
    page = leased_pages(store)[0]
    record(store, [visit(page)], worker="one")
    queue = Queue(store, PROPERTY.name, worker="one", lease_s=60, page_ids=[page.id])
    (again,) = queue.due([page.domain_id], 10, now=NOW + timedelta(days=8))
    assert again.before is None
