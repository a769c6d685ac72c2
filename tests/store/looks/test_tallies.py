"""What the overview reads is what is in the store, on both databases, and the queue answers by every facet."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from analysis.analyse import analyse
from analysis.cases.overview import overview, overview_of
from store.database import Store
from store.looks.queued import Place, Wanted, queue
from store.looks.review import campaigns
from store.looks.tallies import count, tallies
from store.models import Campaign, Domain, Page, QueueFacet
from store.properties import property_key
from tests.analysis import seeding

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def names(store: Store, wanted: Wanted, after: Place | None = None, limit: int = 50) -> list[str]:
    with store.read() as session:
        return [row.domain for row in queue(session, seeding.NAME, wanted, after=after, limit=limit)]


def test_counts_are_those_of_the_tables(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    analyse(store, seeding.NAME, now=NOW)
    with store.read() as session:
        at_hand = tallies(session, seeding.NAME)
    count(store, seeding.NAME, now=NOW)
    with store.read() as session:
        counted = tallies(session, seeding.NAME)
    assert at_hand == counted
    assert counted.months
    assert counted.languages
    assert overview_of(seeding.NAME, counted) == replace(overview(store, seeding.NAME, limit=1), flagged=())
    assert counted.counted_at == NOW
    assert sum(number for _, _, number in counted.presences) > 0


def test_the_queue_goes_on_where_it_ended(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    analyse(store, seeding.NAME, now=NOW)
    everything = names(store, Wanted())
    assert len(everything) > 1
    with store.read() as session:
        first = queue(session, seeding.NAME, Wanted(), after=None, limit=1)[0]
    assert [first.domain, *names(store, Wanted(), first.place)] == everything
    assert [first.domain] == names(store, Wanted(text=first.domain[:-1], verdict=first.verdict))
    assert first.domain in names(store, Wanted(signal=first.reasons[0].signal))
    assert everything == names(store, Wanted(target="http"))


@pytest.mark.parametrize(
    "nothing",
    [
        Wanted(text="%"),
        Wanted(signal="none"),
        Wanted(language="xx"),
        Wanted(target="%"),
        Wanted(report=1),
        Wanted(campaign=1),
        Wanted(decided="decided"),
    ],
)
def test_what_is_not_there_is_not_found(store: Store, tmp_path: Path, nothing: Wanted) -> None:
    seeding.seed(store, tmp_path)
    analyse(store, seeding.NAME, now=NOW)
    assert names(store, nothing) == []


def test_domains_of_one_campaign_are_found_together(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    analyse(store, seeding.NAME, now=NOW)
    members = names(store, Wanted())[:2]
    owner = property_key(seeding.NAME)
    with store.write() as session:
        session.add(Campaign(id=9, property_id=owner, fingerprint="template", value="t", pages=2, domains=2))
        session.flush()
        pages = session.scalars(
            select(Page).join(Domain, Domain.id == Page.domain_id).where(Domain.name.in_(members))
        ).all()
        ids = {page.domain_id for page in pages}
        session.add_all(
            [QueueFacet(property_id=owner, facet="campaign", value="9", domain_id=id) for id in ids]
        )
    count(store, seeding.NAME, now=NOW)
    assert names(store, Wanted(campaign=9)) == members
    with store.read() as session:
        found = campaigns(session, seeding.NAME, 5)
    (kit,) = [(number, one) for campaign, number, one in found if campaign.id == 9]
    assert kit == (2, min(members))
