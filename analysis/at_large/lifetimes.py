"""How long links live: domains whose links came in one week and were soon gone again, and rates."""

import polars as pl

from analysis.at_large.growth import PROPERTY, TARGET, WEEK

DAY = 86_400
"""Seconds."""


def cohorts(claims: pl.DataFrame, wanted: pl.DataFrame | None = None, *, days: float) -> pl.DataFrame:
    """Return `backlink_id`, `cohort_domains`, `cohort_lost` of links that were lost within some `days`.

    A cohort is what began to refer to the property in one week; see `born_together`.
    """
    told = _mortal(claims if wanted is None else wanted, days).filter("died")
    dated = _mortal(claims, days).join(told, on="week", how="semi")
    weeks = born_together(dated.with_columns(series=PROPERTY))
    return told.join(weeks, on="week").select("backlink_id", "cohort_domains", "cohort_lost")


def _mortal(claims: pl.DataFrame, days: float) -> pl.DataFrame:
    return claims.filter(pl.col("first_seen") > 0).select(
        "backlink_id",
        "domain_id",
        week=pl.col("first_seen") // WEEK,
        died=died_soon(pl.col("first_seen"), pl.col("lost"), days),
    )


def died_soon(born: pl.Expr, gone: pl.Expr, days: float) -> pl.Expr:
    """Say whether what is not null and came at `born` was gone again within `days`; both in seconds."""
    return (gone - born <= days * DAY).fill_null(value=False)


def born_together(mortal: pl.DataFrame) -> pl.DataFrame:
    """Return `series`, `week`, `cohort_domains` and `cohort_lost` of what came in one week.

    `mortal`: `series`, `week`, `domain_id` and `died` of links or pages. `cohort_domains`: their registrable
    domains; `cohort_lost`: share of them of which all died soon, 0..1.
    """
    domains = mortal.group_by("series", "week", "domain_id").agg(died=pl.col("died").all())
    return domains.group_by("series", "week").agg(
        cohort_domains=pl.len().cast(pl.Int64), cohort_lost=pl.col("died").mean()
    )


def churn(before: int, after: int, kept: int) -> tuple[float, float]:
    """Return the growth and the death rate of in-links between two snapshots (Shen et al., ICDM 2006).

    `before`, `after`: linking domains then and now; `kept`: those in both. Without any before, the growth
    rate is the number of new ones and the death rate is 0.
    """
    if before == 0:
        return float(after), 0.0
    return (after - kept) / before, (before - kept) / before


def rates(lives: pl.DataFrame, *, today: int, days: float) -> pl.DataFrame:
    """Return `series` and what its domains did in the `days` before `today`: `growth`, `death`, of `before`.

    `lives`: `series`, `domain_id`, and `born` and `gone` of links or pages, seconds since 1970; `gone` is
    null where they are still there. A domain is there from its first to its last.
    """
    domains = lives.group_by("series", "domain_id").agg(
        born=pl.col("born").min(),
        gone=pl.when(pl.col("gone").is_not_null().all()).then(pl.col("gone").max()),
    )
    since = today - days * DAY
    then = (pl.col("born") <= since) & (pl.col("gone").is_null() | (pl.col("gone") > since))
    now = pl.col("gone").is_null()
    counted = domains.group_by("series").agg(
        before=then.sum().cast(pl.Int64), after=now.sum(), kept=(then & now).sum()
    )
    found = [churn(*row) for row in counted.select("before", "after", "kept").iter_rows()]
    return counted.select(
        "series",
        "before",
        growth=pl.Series([growth for growth, _ in found], dtype=pl.Float64),
        death=pl.Series([death for _, death in found], dtype=pl.Float64),
    )


def newest_date(claims: pl.DataFrame) -> int | None:
    """Return the last date in the reports, which is today; None without any."""
    dated = claims.filter(pl.col("first_seen") > 0)
    newest = dated.select(pl.max_horizontal(pl.col("first_seen").max(), pl.col("lost").max())).item()
    return None if newest is None else int(newest)


def churns(
    claims: pl.DataFrame, wanted: pl.DataFrame | None = None, *, days: float, series: pl.Expr = TARGET
) -> pl.DataFrame:
    """Return `backlink_id` and the `rates` of what it belongs to: `growth`, `death` and `before`.

    `series`: as in `growth.surges`.
    """
    today = newest_date(claims)
    if today is None:
        return claims.select("backlink_id", growth=pl.lit(0.0), death=pl.lit(0.0), before=pl.lit(0)).clear()
    told = _lives(claims if wanted is None else wanted, series)
    rated = rates(_lives(claims, series).join(told, on="series", how="semi"), today=today, days=days)
    return told.join(rated, on="series").select("backlink_id", "growth", "death", "before")


def property_churn(claims: pl.DataFrame, wanted: pl.DataFrame | None = None, *, days: float) -> pl.DataFrame:
    """Return `backlink_id` and the `rates` of the property, of what came or went in those `days`."""
    since = (newest_date(claims) or 0) - days * DAY
    told = claims if wanted is None else wanted
    moving = told.filter((pl.col("first_seen") > since) | (pl.col("lost") > since).fill_null(value=False))
    return churns(claims, moving, days=days, series=PROPERTY)


def _lives(claims: pl.DataFrame, series: pl.Expr) -> pl.DataFrame:
    dated = claims.filter(pl.col("first_seen") > 0)
    return dated.select("backlink_id", "domain_id", born="first_seen", gone="lost", series=series)
