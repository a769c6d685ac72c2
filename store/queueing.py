"""Writing the queue of flagged domains, in its order, with everything that it can be searched by."""

import polars as pl
from sqlalchemy import delete
from sqlalchemy.dialects import postgresql

from store.database import LOCK_WAIT_S, Store
from store.judgements import SAMPLED_ROWS
from store.models import QueueFacet, QueueRow
from store.reading import bulk_connection

QUEUE_COLUMNS = (
    "domain_id",
    "name",
    "priority",
    "fold",
    "fold_priority",
    "state",
    "first_signal",
    "second_signal",
)


def replace_queue(store: Store, property_id: int, queue: pl.DataFrame, facets: pl.DataFrame) -> None:
    """Put a new queue in the place of the old one; all or nothing.

    `queue` has `QUEUE_COLUMNS`, `facets` has `domain_id`, `facet` and `value`.
    """
    owner = pl.lit(property_id, pl.Int64).alias("property_id")
    with bulk_connection(store) as connection, connection.cursor() as cursor:
        if store.is_sqlite:
            cursor.execute(f"PRAGMA busy_timeout = {LOCK_WAIT_S * 1000}")
        for model in (QueueFacet, QueueRow):
            gone = delete(model).where(model.property_id == property_id)
            cursor.execute(
                str(
                    gone.compile(
                        dialect=postgresql.dialect(),  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
                        compile_kwargs={"literal_binds": True},
                    )
                )
            )
        rows = queue.select(owner, *QUEUE_COLUMNS).sort("domain_id")
        cursor.adbc_ingest("queue", rows.to_arrow(), mode="append")
        found = facets.select(owner, "facet", "value", "domain_id").sort("facet", "value", "domain_id")
        cursor.adbc_ingest("queue_facet", found.to_arrow(), mode="append")
        if store.is_sqlite:
            cursor.execute(f"PRAGMA analysis_limit = {SAMPLED_ROWS}")
            cursor.execute("ANALYZE")
        connection.commit()
