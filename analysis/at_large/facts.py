"""All facts that need every backlink at once, as one frame by backlink."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial, reduce

import polars as pl

from analysis.at_large.anchors import anchor_shares
from analysis.at_large.contexts import contexts
from analysis.at_large.growth import surges
from analysis.at_large.lifetimes import churns, cohorts
from analysis.at_large.periods import odd_months
from analysis.at_large.sites import sitewide

CLAIM = (
    "backlink_id",
    "page_id",
    "domain_id",
    "target_id",
    "anchor",
    "left",
    "right",
    "first_seen",
    "last_seen",
    "lost",
)
"""The columns of claims."""
PROCESSORS = 2
"""Counts that are made at a time."""
SCHEMA = {
    "surge": pl.Float64,
    "unbelieved": pl.Float64,
    "anchor_domains": pl.Int64,
    "anchor_share": pl.Float64,
    "target_domains": pl.Int64,
    "anchor_entropy": pl.Float64,
    "entropy_oddness": pl.Float64,
    "context": pl.String,
    "context_domains": pl.Int64,
    "linking_domains": pl.Int64,
    "cohort_domains": pl.Int64,
    "cohort_lost": pl.Float64,
    "growth": pl.Float64,
    "death": pl.Float64,
    "before": pl.Int64,
    "site_pages": pl.Int64,
}
"""The facts' columns; what they mean stands where they are made."""


def facts_at_large(claims: pl.DataFrame, *, brands: tuple[str, ...]) -> pl.DataFrame:
    """Return `backlink_id` and the columns of `SCHEMA`, null where there is nothing to say.

    `claims`: one row per backlink with the columns of `CLAIM`, all but the keys from the newest statement;
    moments are seconds since 1970 or null.
    """
    counters = (
        surges,
        partial(anchor_shares, brands=brands),
        odd_months,
        contexts,
        cohorts,
        churns,
        sitewide,
    )
    with ThreadPoolExecutor(PROCESSORS) as pool:
        tables = tuple(pool.map(lambda count: count(claims), counters))
    found = reduce(
        lambda left, right: left.join(right, on="backlink_id", how="left"),
        tables,
        claims.select("backlink_id"),
    )
    return found.select("backlink_id", *(pl.col(name).cast(kind) for name, kind in SCHEMA.items()))
