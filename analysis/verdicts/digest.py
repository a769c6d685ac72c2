"""What the queue and the overview need of a shard, kept while its rows are in memory anyway."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import polars as pl

from analysis.seen.framing import Tables

ALL_MONTHS = {"new": "first_seen", "lost": "lost"}
"""Topics of the overview, and the column of statements that dates them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What stays of one shard, or of all of them."""

    mentions: pl.DataFrame
    """`domain_id`, `state` of backlinks there, `report_id` that names them, and the newest `first_seen`."""
    languages: pl.DataFrame
    """`domain_id` and `language` of its pages, each once."""
    strongest: pl.DataFrame
    """`domain_id`, `signal` and the highest `score` that the signal has there."""
    counts: pl.DataFrame
    """`topic`, `name`, `number`: backlinks by month (new and lost), pages by language."""


def digest_of(tables: Tables, found: pl.DataFrame) -> Digest:
    """Return what stays of a shard with these findings."""
    links = tables.backlinks.select("backlink_id", "page_id", "domain_id", "state")
    said = tables.statements.join(links, on="backlink_id")
    read = tables.visits.filter(pl.col("language") != "").join(
        links.select("page_id", "domain_id").unique("page_id"), on="page_id"
    )
    return Digest(
        mentions=said.group_by("domain_id", "state", "report_id").agg(pl.col("first_seen").max()),
        languages=read.select("domain_id", "language").unique(),
        strongest=strongest(found),
        counts=pl.concat(
            [
                *(_by_month(tables.statements, topic, column) for topic, column in ALL_MONTHS.items()),
                _counted(read.select(topic=pl.lit("language"), name="language")),
            ]
        ),
    )


def whole(digests: Sequence[Digest]) -> Digest:
    """Put the shards together: no domain, backlink or page is in two of them."""
    joined = {
        field.name: pl.concat(getattr(digest, field.name) for digest in digests) for field in fields(Digest)
    }
    counts = joined.pop("counts").group_by("topic", "name").agg(pl.col("number").sum())
    return Digest(**joined, counts=counts)


def strongest(found: pl.DataFrame) -> pl.DataFrame:
    """Return `domain_id`, `signal` and the highest `score` that the signal has there."""
    return found.group_by("domain_id", "signal").agg(pl.col("score").max())


def _by_month(statements: pl.DataFrame, topic: str, column: str) -> pl.DataFrame:
    month = pl.from_epoch(column).dt.strftime("%Y-%m")
    dated = statements.drop_nulls(column).select("backlink_id", name=month).unique()
    return _counted(dated.select(pl.lit(topic).alias("topic"), "name"))


def _counted(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.group_by("topic", "name").agg(number=pl.len().cast(pl.Int64))
