"""Which pages `recrawl` visits again: flagged, due, unknown, those of named domains."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from store.crawls.selection import due_pages, flagged_pages, pages_of_domains, unknown_pages
from store.database import Store
from store.identity import key
from store.models import Backlink, Frontier, Verdict
from store.properties import property_key
from tests.crawler.seeding import PROPERTY, seed

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
URLS = ("http://a.test/1", "http://a.test/2", "http://www.b.test/3", "http://c.test/4")


def verdict(page_id: int, *, flagged: bool, subject: str = "page") -> Verdict:
    return Verdict(
        property_id=property_key(PROPERTY.name), subject=subject, subject_id=page_id, state="suspicious",
        score=0.6, flagged=flagged, signals=3, pages=1, spam_pages=0, reason="", decided_at=NOW,
    )  # fmt: skip


def test_each_choice_takes_its_pages_and_no_others(store: Store) -> None:
    first, second, third, fourth = seed(store, URLS).values()
    other = key("domain", "b.test")
    with store.write() as session:
        session.add_all(
            [
                verdict(first, flagged=True),
                verdict(second, flagged=False),
                verdict(other, flagged=True, subject="domain"),
            ]
        )
        session.execute(update(Frontier).values(due_at=NOW + timedelta(seconds=1)))
        session.execute(update(Frontier).where(Frontier.page_id == third).values(due_at=NOW))
        session.execute(update(Frontier).where(Frontier.page_id == second).values(due_at=None))
        session.execute(update(Backlink).values(state="present"))
        session.execute(update(Backlink).where(Backlink.page_id == fourth).values(state="unknown"))
    with store.read() as session:
        assert set(flagged_pages(session, PROPERTY.name)) == {first, third}
        assert due_pages(session, PROPERTY.name, NOW) == (third,)
        assert unknown_pages(session, PROPERTY.name) == (fourth,)
        assert set(pages_of_domains(session, PROPERTY.name, ["a.test", "b.test"])) == {first, second, third}
        assert pages_of_domains(session, PROPERTY.name, ["www.b.test", "test"]) == ()
        assert flagged_pages(session, "another.example") == ()
        assert unknown_pages(session, "another.example") == ()
        assert due_pages(session, "another.example", NOW) == ()
