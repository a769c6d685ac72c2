"""How the number of linking domains grows: surges, and growth that is capped.

Source: US 7,346,839 and US 2007/0094255 give the ideas and no constants; ours stand in the policy.
"""

import numpy as np
import numpy.typing as npt
import polars as pl
from numpy.lib.stride_tricks import sliding_window_view

from analysis.policy import Section

WEEK = 7 * 86_400
"""Seconds; a period."""
NORMAL = 1.4826
"""Standard deviations in a median absolute deviation of a normal distribution."""

BLOCK = 100
"""Series that are looked at together, those of like spans: enough for speed, few enough for memory."""
TARGET = pl.col("target_id")
"""A series for each target."""
PROPERTY = pl.lit(0, pl.Int64)
"""One series for the whole property."""

Counts = npt.NDArray[np.float64]


def surge_scores(counts: Counts, *, trailing: int, fewest: int) -> Counts:
    """Return how far each period's count stands above the trailing ones, in robust standard deviations.

    `counts`: periods along the last axis, each compared with as many `trailing` ones as there are, and 0
    where these are less than the `fewest`.
    """
    scores = np.zeros(counts.shape)
    if counts.shape[-1] > fewest:
        before = np.full((*counts.shape[:-1], trailing), np.nan)
        padded = np.concatenate([before, counts[..., :-1]], axis=-1)
        history = sliding_window_view(padded, trailing, axis=-1)[..., fewest:, :]
        median = _median(history)
        spread = _median(np.abs(history - median[..., None]))
        scores[..., fewest:] = (counts[..., fewest:] - median) / (NORMAL * np.maximum(spread, 1.0))
    return scores


def _median(windows: Counts) -> Counts:
    """Return the median of what is not NaN along the last axis; NumPy's own takes fifty times as long."""
    ranked = np.sort(windows, axis=-1)  # NaN comes last
    known = windows.shape[-1] - np.isnan(ranked).sum(axis=-1, keepdims=True)
    middle = [np.take_along_axis(ranked, place, axis=-1) for place in ((known - 1) // 2, known // 2)]
    return np.asarray((middle[0] + middle[1])[..., 0] / 2)


def capped(raw: Counts, growth: float) -> Counts:
    """Return series, along the last axis, that follow `raw` down at once and up by at most `growth`."""
    kept = np.array(raw, dtype=np.float64)
    for period in range(1, kept.shape[-1]):
        kept[..., period] = np.minimum(kept[..., period], kept[..., period - 1] * (1.0 + growth))
    return kept


def surges(
    claims: pl.DataFrame,
    wanted: pl.DataFrame | None = None,
    *,
    policy: Section,
    series: pl.Expr = TARGET,
) -> pl.DataFrame:
    """Return `backlink_id`, `surge` and `unbelieved` of backlinks that came in a surge.

    `claims`: see `analysis.at_large.crowd.crowd_of`; `series`: the number of what each of them belongs to:
    its target, or one for the whole property; `policy`, `surge` and `unbelieved`: see `surging`.
    """
    table = surging(_dated(claims, series), policy)
    told = _dated(claims if wanted is None else wanted, series)
    return told.join(table, on=["series", "week"]).select("backlink_id", "surge", "unbelieved")


def surging(births: pl.DataFrame, policy: Section) -> pl.DataFrame:
    """Return `series`, `week`, `surge` and `unbelieved` of weeks that stand out above others.

    `births`: `series`, `domain_id` and `week` of links. `surge`: robust standard deviations; `unbelieved`:
    share of the week's new domains beyond capped growth, 0..1. Domains are counted, not links. `policy`: of
    `link-surge`, or the same numbers of another signal.
    """
    least = policy["surge"]
    # No week stands higher than its own count, over the least deviation that any history has.
    busy = births.group_by("series", "week").len().filter(pl.col("len") > least * NORMAL)
    candidates = births.join(busy, on="series", how="semi")
    born = candidates.group_by("series", "domain_id").agg(pl.col("week").min())
    weekly = (
        born.group_by("series", "week")
        .agg(new=pl.len().cast(pl.Float64))
        .filter(pl.col("new").max().over("series") > least * NORMAL)
        .with_columns(place=pl.col("week") - pl.col("week").min().over("series"))
        .with_columns(span=pl.col("place").max().over("series") + 1)
        .filter(pl.col("span") > policy["history"])
        .with_columns(row=pl.struct("span", "series").rank("dense").cast(pl.Int64) - 1)
        .with_columns(block=pl.col("row") // BLOCK)
    )
    table = pl.concat([_NO_WEEKS, *(_scored(block, policy) for block in weekly.partition_by("block"))])
    return table.filter(pl.col("surge") > least)


def _dated(claims: pl.DataFrame, series: pl.Expr) -> pl.DataFrame:
    dated = claims.filter(pl.col("first_seen") > 0)
    return dated.select("backlink_id", "domain_id", week=pl.col("first_seen") // WEEK, series=series)


_NO_WEEKS = pl.DataFrame(
    schema={"series": pl.Int64, "week": pl.Int64, "surge": pl.Float64, "unbelieved": pl.Float64}
)


def _scored(weekly: pl.DataFrame, policy: Section) -> pl.DataFrame:
    """Add `surge` and `unbelieved` to the weeks of some series; one without new domains counts as zero."""
    rows, places = (weekly["row"] % BLOCK).to_numpy(), weekly["place"].to_numpy()
    counts = np.zeros((rows.max() + 1, weekly["span"].to_numpy().max()))
    counts[rows, places] = weekly["new"].to_numpy()
    counted = np.maximum(counts, 1.0)
    unbelieved = 1.0 - np.minimum(capped(counted, policy["growth"]) / counted, 1.0)
    scores = surge_scores(counts, trailing=int(policy["weeks"]), fewest=int(policy["history"]))
    return weekly.select(
        "series",
        "week",
        surge=pl.Series(scores[rows, places]),
        unbelieved=pl.Series(unbelieved[rows, places]),
    )
