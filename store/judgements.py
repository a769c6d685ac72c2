"""Writing what the analysis concludes: findings and verdicts of one property, replaced in one transaction."""

from datetime import datetime

import polars as pl
from sqlalchemy import delete
from sqlalchemy.dialects import postgresql

from store.database import LOCK_WAIT_S, Store
from store.models import Finding, Verdict
from store.reading import bulk_connection

FINDING_COLUMNS = (
    "page_id",
    "domain_id",
    "backlink_id",
    "visit_id",
    "signal",
    "score",
    "decisive",
    "sentence",
    "quote",
)
VERDICT_COLUMNS = (
    "subject",
    "subject_id",
    "state",
    "score",
    "flagged",
    "signals",
    "pages",
    "spam_pages",
    "reason",
)
SAMPLED_ROWS = 1_000
"""Rows of each index that SQLite looks at for its statistics: enough to choose by at any size."""


def replace_judgements(
    store: Store, property_id: int, findings: pl.DataFrame, verdicts: pl.DataFrame, *, now: datetime
) -> None:
    """Put these findings and verdicts in the place of all earlier ones; all or nothing.

    The frames have `FINDING_COLUMNS` and `VERDICT_COLUMNS`. Reviews are people's and are never touched.
    """
    owner = pl.lit(property_id, pl.Int64).alias("property_id")
    decided = pl.lit(int(now.timestamp()), pl.Int64).alias("decided_at")
    with bulk_connection(store) as connection, connection.cursor() as cursor:
        if store.is_sqlite:
            cursor.execute(f"PRAGMA busy_timeout = {LOCK_WAIT_S * 1000}")
        for model in (Finding, Verdict):
            gone = delete(model).where(model.property_id == property_id)
            cursor.execute(
                str(
                    gone.compile(
                        dialect=postgresql.dialect(),  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
                        compile_kwargs={"literal_binds": True},
                    )
                )
            )
        cursor.adbc_ingest("finding", findings.select(owner, *FINDING_COLUMNS).to_arrow(), mode="append")
        cursor.adbc_ingest(
            "verdict", verdicts.select(owner, *VERDICT_COLUMNS, decided).to_arrow(), mode="append"
        )
        if store.is_sqlite:
            # Without statistics SQLite walks every backlink for each domain; PostgreSQL gathers its own.
            cursor.execute(f"PRAGMA analysis_limit = {SAMPLED_ROWS}")
            cursor.execute("ANALYZE")
        connection.commit()
