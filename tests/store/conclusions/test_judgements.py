"""After an analysis the database knows its own sizes, and looking needs no sorting and no walking."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from analysis.analyse import analyse
from store.conclusions.judgements import Judgements, replace_judgements
from store.database import Store
from store.models import Finding
from store.properties import property_key
from tests.analysis import seeding

COUNTS = "SELECT state, reason, count(*) FROM backlink WHERE property_id = 1 GROUP BY state, reason"
TARGETS = """SELECT id FROM domain WHERE EXISTS (SELECT 1 FROM backlink JOIN page ON page.id = backlink.page_id
WHERE backlink.property_id = 1 AND page.domain_id = domain.id)"""


@pytest.mark.parametrize(
    ("query", "wanted", "unwanted"),
    [
        (COUNTS, "COVERING INDEX ix_backlink_property_id_state_reason", "TEMP B-TREE"),
        (TARGETS, "backlink USING INDEX ix_backlink_page_id", "ix_backlink_property_id_state_reason"),
    ],
)
def test_looking_goes_along_indexes(
    store: Store, tmp_path: Path, query: str, wanted: str, unwanted: str
) -> None:
    if not store.is_sqlite:
        pytest.skip("PostgreSQL gathers its statistics by itself")
    seeding.seed(store, tmp_path)
    analyse(store, seeding.NAME, now=datetime(2026, 11, 21, tzinfo=UTC))
    with store.read() as session:
        steps = session.execute(text(f"EXPLAIN QUERY PLAN {query}"))
        plan = "\n".join(row.detail for row in steps)
    assert wanted in plan
    assert unwanted not in plan


def test_what_fails_before_its_end_changes_nothing(store: Store, tmp_path: Path) -> None:
    def fail() -> Judgements:
        raise RuntimeError("cannot be concluded")

    seeding.seed(store, tmp_path)
    analyse(store, seeding.NAME, now=seeding.NOW)
    before = _findings(store)
    with pytest.raises(RuntimeError, match="cannot be concluded"):
        replace_judgements(store, property_key(seeding.NAME), [], fail, now=seeding.NOW)
    assert before
    assert _findings(store) == before


def _findings(store: Store) -> list[tuple[Any, ...]]:
    with store.read() as session:
        rows = session.execute(select(Finding.signal, Finding.score, Finding.quote).order_by(Finding.id))
        return [tuple(row) for row in rows]
