"""The folded queue on both databases: places, pages that follow each other, states, decisions, undoing."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from evidence.property import Property
from store.database import Store
from store.looks.folds import Fold, folds, newest_reviews
from store.looks.queued import Place, Wanted, queue, wanted_ids
from store.looks.review import decide
from store.models import Campaign, Domain, QueueFacet, QueueRow, Verdict
from store.properties import property_key, put_property

NAME = "shop.test"
NOW = datetime(2026, 11, 21, tzinfo=UTC)
KIT, OTHER = 100, 200
"""Two campaigns."""
DOMAINS = {
    1: ("one.test", 0.9, KIT, "spam"),
    2: ("two.test", 0.3, KIT, "spam"),
    3: ("three.test", 0.2, KIT, "suspicious"),
    4: ("alone.test", 0.8, 4, "spam"),
    5: ("five.test", 0.7, OTHER, "spam"),
    6: ("six.test", 0.6, OTHER, "spam"),
}
"""Key to name, priority, fold and verdict."""


def filled(store: Store) -> None:
    owner = property_key(NAME)
    highest = {
        fold: max(priority for _, priority, other, _ in DOMAINS.values() if other == fold)
        for _, _, fold, _ in DOMAINS.values()
    }
    with store.write() as session:
        put_property(session, Property(name=NAME, domains=(NAME,)), now=NOW)
        for id in (KIT, OTHER):
            session.add(
                Campaign(id=id, property_id=owner, fingerprint="mark", value=f"m{id}", pages=3, domains=3)
            )
        session.add_all([Domain(id=id, name=name) for id, (name, *_) in DOMAINS.items()])
        session.flush()
        for id, (name, priority, fold, state) in DOMAINS.items():
            row = QueueRow(property_id=owner, domain_id=id, name=name, priority=priority, fold=fold)
            row.fold_priority, row.state = highest[fold], state
            session.add(row)
            if fold != id:
                session.add(QueueFacet(property_id=owner, facet="campaign", value=str(fold), domain_id=id))
            verdict = Verdict(property_id=owner, subject="domain", subject_id=id, state=state, score=priority)
            verdict.flagged, verdict.signals, verdict.pages, verdict.spam_pages = True, 3, 1, 1
            verdict.reason, verdict.decided_at = "so", NOW
            session.add(verdict)


def seen(session: Session, wanted: Wanted, after: Place | None = None, limit: int = 10) -> list[Fold]:
    return folds(session, NAME, wanted, after=after, limit=limit)


def judge(store: Store, ids: list[int], decision: str) -> None:
    with store.write() as session:
        decide(session, NAME, "domain", ids, decision=decision, level="", note="", now=NOW)


def test_a_campaign_stands_where_its_first_domain_stood(store: Store) -> None:
    filled(store)
    with store.read() as session:
        first, second, third = seen(session, Wanted())
        plain = [row.domain for row in queue(session, NAME, Wanted(), after=None, limit=10)]
    assert (first.domains, first.names) == (3, ("one.test", "two.test", "three.test"))
    assert (first.fingerprint, first.value) == ("mark", "m100")
    assert first.states == {"spam": 2, "suspicious": 1}
    assert first.first.domain == "one.test"
    assert (second.domains, second.first.domain, second.fingerprint) == (1, "alone.test", "")
    assert third.names == ("five.test", "six.test")
    assert plain == ["one.test", "alone.test", "five.test", "six.test", "two.test", "three.test"]


def test_pages_follow_each_other(store: Store) -> None:
    filled(store)
    found: list[str] = []
    after = None
    with store.read() as session:
        while page := seen(session, Wanted(), after, limit=1):
            found += [page[0].first.domain]
            after = page[0].place
    assert found == ["one.test", "alone.test", "five.test"]


def test_a_filter_narrows_a_fold_and_what_is_left_alone_is_no_fold(store: Store) -> None:
    filled(store)
    with store.read() as session:
        (narrowed,) = seen(session, Wanted(text="t", fold=KIT))
        alone = seen(session, Wanted(text="three"))
        ids = wanted_ids(session, NAME, Wanted(fold=OTHER))
        nothing = seen(session, Wanted(text="nobody"))
    assert narrowed.domains == 3
    assert [(fold.domains, fold.first.domain) for fold in alone] == [(1, "three.test")]
    assert sorted(ids) == [5, 6]
    assert nothing == []


def test_decided_domains_leave_their_fold_and_come_back(store: Store) -> None:
    filled(store)
    judge(store, [1], "benign")
    judge(store, [1, 3], "spam")
    with store.read() as session:
        open_ones = seen(session, Wanted())
        (decided,) = seen(session, Wanted(decided="decided"))
        newest = newest_reviews(session, NAME, Wanted(decided="decided", fold=KIT))
    assert [fold.first.domain for fold in open_ones] == ["two.test", "alone.test", "five.test"]
    assert (decided.domains, decided.decisions) == (2, {"spam": 2})
    assert len(newest) == 2, "the earlier decision counts again"
