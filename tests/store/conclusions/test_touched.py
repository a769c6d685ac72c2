"""Which domains have news: those that a report speaks of, that were visited, that refer to a target."""

from pathlib import Path

from sqlalchemy import select

from store.conclusions.touched import UNDER_WAY, linking, newest_visit, report_keys, told_of, visited_since
from store.database import Store
from store.models import Backlink, Domain, Visit
from tests.analysis import growing, seeding


def _names(store: Store, keys: set[int]) -> set[str]:
    with store.read() as session:
        return set(session.scalars(select(Domain.name).where(Domain.id.in_(keys))))


def test_news_since_a_report_and_a_visit(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    with store.read() as session:
        before, visit = report_keys(session, seeding.NAME), newest_visit(session)
        assert visited_since(session, visit + UNDER_WAY) == set()
    row = ("", "https://new.test/a", f"{seeding.IMAGE}?2", "", "", "", "image", "2026-01-02", "2026-10-02")
    growing.reported(store, tmp_path, [row], "second")
    seeding.visit(store, seeding.UNVISITED, "present", "embed")
    with store.read() as session:
        new = report_keys(session, seeding.NAME) - before
        told, visited = told_of(session, new), visited_since(session, visit)
        targets = {id: linking(session, [id]) for id in session.scalars(select(Backlink.target_id)) if id}
        assert linking(session, []) == set()
        assert len(session.scalars(select(Visit.id)).all()) == 4
    assert _names(store, told) == {"new.test"}
    assert len(visited) == (1 if store.is_sqlite else 4), "PostgreSQL looks at the last visits once more"
    assert "organics.test" in _names(store, visited)
    assert sorted(map(len, targets.values())) == [1, 4]
    with store.read() as session:
        assert report_keys(session, "nobody.test") == frozenset()


def test_an_empty_store_has_no_visit(store: Store) -> None:
    with store.read() as session:
        assert newest_visit(session) == 0
