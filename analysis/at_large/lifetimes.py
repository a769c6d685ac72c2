"""Domains whose links came in one week and were gone within two months."""

import polars as pl

from analysis.at_large.growth import WEEK

SHORT = 60 * 86_400
"""Seconds: one study saw pages of hacked hosts cleaned up after 15 to 30 days in the median."""


def cohorts(claims: pl.DataFrame, wanted: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return `backlink_id`, `cohort_domains`, `cohort_lost` of links that were lost soon.

    A cohort is what began to refer to the property in one week. `cohort_domains`: its registrable domains;
    `cohort_lost`: share of them whose links were all lost within 60 days, 0..1.
    """
    told = _mortal(claims if wanted is None else wanted).filter("died")
    dated = _mortal(claims).join(told, on="week", how="semi")
    domains = dated.group_by("week", "domain_id").agg(died=pl.col("died").all())
    weeks = domains.group_by("week").agg(cohort_domains=pl.len(), cohort_lost=pl.col("died").mean())
    return told.join(weeks, on="week").select("backlink_id", "cohort_domains", "cohort_lost")


def _mortal(claims: pl.DataFrame) -> pl.DataFrame:
    return claims.filter(pl.col("first_seen") > 0).select(
        "backlink_id",
        "domain_id",
        week=pl.col("first_seen") // WEEK,
        died=(pl.col("lost") - pl.col("first_seen") <= SHORT).fill_null(value=False),
    )


def churn(before: int, after: int, kept: int) -> tuple[float, float]:
    """Return the growth and the death rate of in-links between two snapshots (Shen et al., ICDM 2006).

    `before`, `after`: linking domains then and now; `kept`: those in both. Without any before, the growth
    rate is the number of new ones and the death rate is 0.
    """
    if before == 0:
        return float(after), 0.0
    return (after - kept) / before, (before - kept) / before


def churns(claims: pl.DataFrame, wanted: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return `backlink_id` and what the target's domains did in 60 days: `growth`, `death`, of `before`.

    The last date in the reports is today.
    """
    dated = claims.filter(pl.col("first_seen") > 0)
    today = dated.select(pl.max_horizontal(pl.col("first_seen").max(), pl.col("lost").max())).item()
    if today is None:
        return dated.select("backlink_id", growth=pl.lit(0.0), death=pl.lit(0.0), before=pl.lit(0))
    told = dated if wanted is None else wanted.filter(pl.col("first_seen") > 0)
    domains = (
        dated.join(told, on="target_id", how="semi")
        .group_by("target_id", "domain_id")
        .agg(
            born=pl.col("first_seen").min(),
            gone=pl.when(pl.col("lost").is_not_null().all()).then(pl.col("lost").max()),
        )
    )
    then = (pl.col("born") <= today - SHORT) & (pl.col("gone").is_null() | (pl.col("gone") > today - SHORT))
    now = pl.col("gone").is_null()
    targets = domains.group_by("target_id").agg(before=then.sum(), after=now.sum(), kept=(then & now).sum())
    rates = [churn(*row) for row in targets.select("before", "after", "kept").iter_rows()]
    rated = targets.with_columns(
        growth=pl.Series([growth for growth, _ in rates], dtype=pl.Float64),
        death=pl.Series([death for _, death in rates], dtype=pl.Float64),
    )
    return told.join(rated, on="target_id").select("backlink_id", "growth", "death", "before")
