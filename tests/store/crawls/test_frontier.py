"""The frontier: who may visit what, and when."""

from datetime import UTC, datetime, timedelta

import pytest

from store.crawls.frontier import Queue
from store.database import Store
from store.models import Domain, Frontier
from tests.crawler.seeding import PROPERTY, seed

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
URLS = [f"http://{sub}.site{site}.test/" for site in range(5) for sub in ("a", "b")]


def queue(store: Store, worker: str, **options: object) -> Queue:
    return Queue(store, PROPERTY.name, worker=worker, lease_s=60, **options)  # type: ignore[arg-type]  # tests name options


def test_two_workers_share_the_domains_and_never_the_same_one(store: Store) -> None:
    seed(store, URLS)
    one, two = queue(store, "one"), queue(store, "two")
    first, second = one.lease(3, now=NOW), two.lease(10, now=NOW)
    assert (len(first), len(second)) == (3, 2)
    assert not {domain.id for domain in first} & {domain.id for domain in second}
    assert one.lease(10, now=NOW) == []


def test_the_pages_of_leased_domains_come_domain_by_domain(store: Store) -> None:
    ids = seed(store, URLS)
    one = queue(store, "one")
    domains = one.lease(2, now=NOW)
    pages = one.due([domain.id for domain in domains], 100, now=NOW)
    assert len(pages) == 4
    assert {page.id for page in pages} < set(ids.values())
    assert [page.domain_id for page in pages] == sorted(page.domain_id for page in pages)
    assert all(len(page.backlinks) == 1 for page in pages)


@pytest.mark.parametrize("is_named", [False, True])
@pytest.mark.parametrize("limit", range(1, 10))
def test_every_domain_before_the_last_has_all_its_pages(store: Store, limit: int, *, is_named: bool) -> None:
    """So that nobody asks for more of them."""
    ids = seed(store, URLS)
    one = queue(store, "one", page_ids=list(ids.values()) if is_named else None)
    domains = [domain.id for domain in one.lease(10, now=NOW)]
    every = one.due(domains, 100, now=NOW)
    some = one.due(domains, limit, now=NOW)
    assert len(some) == min(limit, len(every))
    whole = {page.id for page in every if page.domain_id < some[-1].domain_id}
    assert whole < {page.id for page in some}


@pytest.mark.parametrize(("after_s", "is_free"), [(59, False), (60, False), (61, True)])
def test_a_lease_ends_when_it_is_not_renewed(store: Store, after_s: int, is_free: bool) -> None:
    seed(store, URLS)
    queue(store, "one").lease(10, now=NOW)
    later = NOW + timedelta(seconds=after_s)
    assert bool(queue(store, "two").lease(10, now=later)) == is_free


def test_a_renewed_lease_lasts(store: Store) -> None:
    seed(store, URLS)
    one = queue(store, "one")
    one.lease(10, now=NOW)
    one.renew(now=NOW + timedelta(seconds=50))
    assert queue(store, "two").lease(10, now=NOW + timedelta(seconds=100)) == []


def test_what_is_handed_back_can_be_taken(store: Store) -> None:
    seed(store, URLS)
    one, two = queue(store, "one"), queue(store, "two")
    (domain, *_) = one.lease(10, now=NOW)
    one.release([domain.id])
    assert two.lease(10, now=NOW) == [domain]
    one.release([domain.id])
    assert queue(store, "three").lease(10, now=NOW) == [], "what another has is not ours to hand back"
    one.release_all()
    assert len(two.lease(10, now=NOW)) == 4


def test_leases_of_dead_processes_of_this_machine_are_freed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(store, URLS)
    monkeypatch.setattr("socket.gethostname", lambda: "here")
    names = [
        "here/999999999/ab",
        "here/no-number/ab",
        "here/1/ab",
        "elsewhere/999999999/ab",
        "hereabouts/1/ab",
    ]
    leases = [queue(store, name).lease(1, now=NOW)[0].id for name in names]
    me = queue(store, "here/1/cd")
    assert me.release_dead() == 2
    assert me.release_dead() == 0
    assert {domain.id for domain in me.lease(10, now=NOW)} == set(leases[:2])


def test_a_host_that_asked_us_to_wait_is_left_alone(store: Store) -> None:
    seed(store, URLS)
    with store.write() as session:
        for domain in session.query(Domain):
            domain.not_before = NOW + timedelta(seconds=30)
    one = queue(store, "one")
    assert one.lease(10, now=NOW) == []
    assert len(one.lease(10, now=NOW + timedelta(seconds=31))) == 5


def test_a_clock_that_is_set_wrong_makes_nobody_come_early_or_twice(store: Store) -> None:
    """Hostile case 112."""
    seed(store, URLS)
    day = timedelta(days=1)
    ahead = queue(store, "ahead")
    assert len(ahead.lease(10, now=NOW + day)) == 5
    assert queue(store, "right").lease(10, now=NOW) == [], "what one clock leased, the other leaves alone"
    ahead.release_all()
    with store.write() as session:
        for domain in session.query(Domain):
            domain.not_before = NOW + timedelta(hours=1)
    for wrong in (NOW - day, NOW - 365 * day, NOW):
        assert queue(store, "right").lease(10, now=wrong) == [], "no early retry"
    assert len(queue(store, "right").lease(10, now=NOW + timedelta(hours=1))) == 5


def test_pages_are_due_from_their_second_on_and_the_longest_due_come_first(store: Store) -> None:
    ids = seed(store, [f"http://site.test/{number}" for number in range(4)])
    waits = dict(zip(ids.values(), (-5, 0, 1, -9), strict=True))
    with store.write() as session:
        for row in session.query(Frontier):
            row.due_at = NOW + timedelta(seconds=waits[row.page_id])
    one = queue(store, "one")
    (domain,) = one.lease(10, now=NOW)
    assert [waits[page.id] for page in one.due([domain.id], 100, now=NOW)] == [-9, -5, 0]
    assert [waits[page.id] for page in one.due([domain.id], 2, now=NOW)] == [-9, -5]
    assert one.count(now=NOW) == 3


def test_named_pages_are_found_however_many_and_only_those_of_the_property(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.crawls.frontier.ID_BATCH", 2)
    ids = seed(store, URLS)
    named = queue(store, "one", page_ids=[*ids.values(), 1])
    assert named.count(now=NOW) == len(URLS)
    assert len([*named.lease(10, now=NOW), *named.lease(10, now=NOW), *named.lease(10, now=NOW)]) == 5
    other = Queue(store, "other.example", worker="two", lease_s=60, page_ids=list(ids.values()))
    assert other.count(now=NOW) == 0


def test_pages_that_are_not_due_wait_unless_they_are_named(store: Store) -> None:
    ids = seed(store, URLS)
    with store.write() as session:
        for row in session.query(Frontier):
            row.due_at = NOW + timedelta(days=1)
    assert queue(store, "one").lease(10, now=NOW) == []
    named = queue(store, "one", page_ids=[ids[URLS[0]], ids[URLS[2]]])
    assert named.count(now=NOW) == 2
    domains = named.lease(10, now=NOW)
    pages = named.due([domain.id for domain in domains], 100, now=NOW)
    assert {page.url for page in pages} == {URLS[0], URLS[2]}
    named.done(pages[0])
    assert named.count(now=NOW) == 1
    assert named.due([pages[0].domain_id], 100, now=NOW) == []


def test_pages_of_other_properties_are_not_ours_to_visit(store: Store) -> None:
    seed(store, URLS)
    other = Queue(store, "other.example", worker="one", lease_s=60)
    assert other.lease(10, now=NOW) == []
    assert other.count(now=NOW) == 0


def test_every_domain_is_found_however_many_leases_it_takes(store: Store) -> None:
    seed(store, URLS)
    one = queue(store, "one")
    found = [domain.id for _ in range(5) for domain in one.lease(1, now=NOW)]
    assert len(set(found)) == 5
    one.release_all()
    assert {domain.id for _ in range(5) for domain in one.lease(1, now=NOW)} == set(found)
