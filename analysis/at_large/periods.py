"""Months whose anchors are more alike, or more deliberately different, than a property's others."""

import polars as pl

from analysis.at_large.anchors import anchor_entropy
from analysis.policy import Section
from analysis.seen.words import phrase

MONTH = 30 * 86_400
"""Seconds."""


def odd_months(claims: pl.DataFrame, wanted: pl.DataFrame | None = None, *, policy: Section) -> pl.DataFrame:
    """Return `backlink_id`, `anchor_entropy` and `entropy_oddness` of backlinks from months that stand out.

    `entropy_oddness`: standard deviations from the other months' mean; below zero the anchors are alike,
    above zero they are different on purpose. One link a domain, month and anchor. `policy`: of `odd-anchors`.
    """
    anchors = claims.select(pl.col("anchor").unique())
    phrases = anchors.with_columns(phrase=phrase(pl.col("anchor")))
    monthly = (
        _dated(claims)
        .join(phrases, on="anchor")
        .with_columns(links=pl.col("domain_id").n_unique().over("month"))
        .filter(pl.col("links") >= policy["domains"])
    )
    counts = monthly.unique(["month", "domain_id", "phrase"]).group_by("month", "phrase").len("links")
    entropies = {
        month: anchor_entropy(rows["links"])
        for (month,), rows in counts.group_by("month", maintain_order=True)
    }
    if len(entropies) <= policy["others"]:
        return claims.head(0).select("backlink_id", anchor_entropy=pl.lit(0.0), entropy_oddness=pl.lit(0.0))
    table = pl.DataFrame({"month": list(entropies), "anchor_entropy": list(entropies.values())})
    odd = [
        _oddness(value, [other for name, other in entropies.items() if name != month])
        for month, value in entropies.items()
    ]
    table = table.with_columns(pl.Series("entropy_oddness", odd, dtype=pl.Float64))
    told = _dated(claims if wanted is None else wanted)
    return told.join(table.cast({"month": pl.Int64}), on="month").select(
        "backlink_id", "anchor_entropy", "entropy_oddness"
    )


def _dated(claims: pl.DataFrame) -> pl.DataFrame:
    dated = claims.filter(pl.col("first_seen") > 0, pl.col("anchor") != "")
    return dated.select("backlink_id", "domain_id", "anchor", month=pl.col("first_seen") // MONTH)


def _oddness(value: float, others: list[float]) -> float:
    baseline = pl.Series(others)
    spread = baseline.std()
    assert isinstance(spread, float)
    mean = baseline.mean()
    assert isinstance(mean, float)
    return (value - mean) / max(spread, 0.01)
