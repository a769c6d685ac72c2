"""Crashes and outages in our own parts: nothing stored is lost, nothing repeated."""

from pathlib import Path

from store.database import Store
from tests.crawler.crash import kill_and_judge

IN_FLIGHT = 128
"""Domains visited at once: what a kill can make the crawl ask for again."""


def test_kill_nine_at_random_moments(store: Store, tmp_path: Path) -> None:
    """The long version, 100 kills of 4,000 pages: `python -m tests.crawler.crash`."""
    outcome = kill_and_judge(store, tmp_path, pages=300, kills=3, seed_of_chance=1)
    assert outcome.stored == outcome.pages
    assert outcome.stored_twice == outcome.unreadable == 0
    assert outcome.asked_again <= outcome.kills * IN_FLIGHT
