"""What is judged by itself, and what makes the next analysis a whole one."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select, update

from analysis.analyse import analyse
from store.database import Store
from store.models import Basis, BasisPart, Report
from tests.analysis import growing
from tests.analysis.concluded import concluded
from tests.analysis.seeding import NAME, NOW

pytestmark = pytest.mark.usefixtures("eager")


def _stopped(*_: Any, **__: Any) -> None:
    raise InterruptedError


@pytest.mark.parametrize("step", ["rewrite_queue", "count", "replace_some"])
def test_a_stopped_analysis_makes_the_next_one_whole(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    growing.property_added(store)
    growing.reported(store, tmp_path, growing.marked(1, 2, 3, 4), "first")
    analyse(store, NAME, now=NOW)
    growing.reported(store, tmp_path, growing.marked(5), "second")
    with monkeypatch.context() as patch:
        patch.setattr(f"analysis.verdicts.again.{step}", _stopped)
        with pytest.raises(InterruptedError):
            analyse(store, NAME, now=NOW)
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Basis)) == 0
    analyse(store, NAME, now=NOW)
    found = concluded(store)
    assert len(found["finding"]) == 5
    assert len(found["queue"]) == 5


def _other_policy(store: Store) -> None:
    from store.properties import put_policy

    with store.write() as session:
        put_policy(session, NAME, {"fusion": {"auto": 0.9}})


def _no_report(store: Store) -> None:
    with store.write() as session:
        session.execute(update(Basis).values(reports=["1"]))


def _long_ago(store: Store) -> None:
    with store.write() as session:
        session.execute(update(Basis).values(whole_at=NOW.replace(day=1)))


@pytest.mark.parametrize("happens", [_other_policy, _no_report, _long_ago])
def test_what_makes_an_analysis_whole(store: Store, tmp_path: Path, happens: Any) -> None:
    growing.property_added(store)
    growing.reported(store, tmp_path, growing.marked(1, 2, 3, 4), "first")
    analyse(store, NAME, now=NOW)
    happens(store)
    growing.reported(store, tmp_path, growing.marked(5), "second")
    analyse(store, NAME, now=NOW)
    with store.read() as session:
        assert session.scalar(select(Basis.judged_again)) == 0
        assert session.scalar(select(func.count()).select_from(BasisPart)) == 1
        assert len(session.scalars(select(Basis)).one().reports) == session.scalar(
            select(func.count()).select_from(Report)
        )


@pytest.mark.parametrize(("most", "again"), [(0.3, 1), (0.2, 0)])
def test_too_much_news_makes_an_analysis_whole(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: float, again: int
) -> None:
    if not store.is_sqlite:
        pytest.skip("PostgreSQL looks at the last visits once more, and there are few")
    monkeypatch.setattr("analysis.verdicts.news.MOST", most)
    growing.property_added(store)
    growing.reported(store, tmp_path, growing.rows_by_chance(Random(2), 12, hosts=4), "first")
    analyse(store, NAME, now=NOW)
    growing.reported(store, tmp_path, growing.rows_by_chance(Random(2), 1, hosts=1), "second")
    analyse(store, NAME, now=NOW)
    with store.read() as session:
        assert session.scalar(select(Basis.judged_again)) == again
