"""How the number of linking domains grows: surges, and growth that is capped.

Source: US 7,346,839 and US 2007/0094255 give the ideas and no constants; methods 2a and 2e give ours.
"""

import numpy as np
import numpy.typing as npt
import polars as pl
from numpy.lib.stride_tricks import sliding_window_view

WEEK = 7 * 86_400
"""Seconds; a period."""
TRAILING = 12
"""Periods that a new one is compared with."""
FEWEST = 6
"""Periods of history from which one can speak of a surge."""
NORMAL = 1.4826
"""Standard deviations in a median absolute deviation of a normal distribution."""
CAP = 0.2
"""Growth a period that is believed (methods 2e)."""

Counts = npt.NDArray[np.float64]


def surge_scores(counts: Counts) -> Counts:
    """Return how far each period's count stands above the trailing ones, in robust standard deviations.

    0 where there is too little history.
    """
    if len(counts) <= FEWEST:
        return np.zeros(len(counts))
    padded = np.concatenate([np.full(TRAILING, np.nan), counts[:-1]])
    history = sliding_window_view(padded, TRAILING)[FEWEST:]
    median = np.nanmedian(history, axis=1)
    spread = np.nanmedian(np.abs(history - median[:, None]), axis=1)
    scores = (counts[FEWEST:] - median) / (NORMAL * np.maximum(spread, 1.0))
    return np.concatenate([np.zeros(FEWEST), scores])


def capped(raw: Counts, growth: float = CAP) -> Counts:
    """Return a series that follows `raw` down at once and up by at most `growth` a period."""
    kept = np.array(raw, dtype=np.float64)
    for period in range(1, len(kept)):
        kept[period] = min(kept[period], kept[period - 1] * (1.0 + growth))
    return kept


def surges(claims: pl.DataFrame) -> pl.DataFrame:
    """Return `backlink_id`, `surge` and `unbelieved` of backlinks that came in a surge towards their target.

    `claims`: see `analysis.crowd.crowd_of`. `surge`: robust standard deviations; `unbelieved`: share of the
    week's new domains beyond capped growth, 0..1. Domains are counted, not links.
    """
    dated = claims.filter(pl.col("first_seen") > 0).with_columns(week=pl.col("first_seen") // WEEK)
    born = dated.group_by("target_id", "domain_id").agg(pl.col("week").min())
    weekly = born.group_by("target_id", "week").len("new").sort("target_id", "week")
    found = [
        _weeks(target, series["week"].to_numpy(), series["new"].to_numpy())
        for (target,), series in weekly.group_by("target_id", maintain_order=True)
        if len(series) > 1
    ]
    table = pl.concat(found) if found else _NO_WEEKS
    return dated.join(table.filter(pl.col("surge") > 0), on=["target_id", "week"]).select(
        "backlink_id", "surge", "unbelieved"
    )


_NO_WEEKS = pl.DataFrame(
    schema={"target_id": pl.Int64, "week": pl.Int64, "surge": pl.Float64, "unbelieved": pl.Float64}
)


def _weeks(target: object, weeks: npt.NDArray[np.int64], new: npt.NDArray[np.uint32]) -> pl.DataFrame:
    """Return the scores of one target's weeks; weeks without a new domain count as zero."""
    span = np.zeros(int(weeks[-1] - weeks[0]) + 1)
    places = weeks - weeks[0]
    span[places] = new
    believed = capped(np.maximum(span, 1.0))
    return pl.DataFrame(
        {
            "target_id": [target] * len(weeks),
            "week": weeks,
            "surge": surge_scores(span)[places],
            "unbelieved": 1.0 - np.minimum(believed / np.maximum(span, 1.0), 1.0)[places],
        },
        schema=_NO_WEEKS.schema,
    )
