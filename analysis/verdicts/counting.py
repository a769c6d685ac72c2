"""How many pages and domains have which verdict, for the overview: counted in frames that are at hand."""

from collections.abc import Sequence

import polars as pl

from store.looks.tallies import Count

COUNT = {"topic": pl.String, "name": pl.String, "part": pl.String, "number": pl.Int64}


def verdict_counts(verdicts: pl.DataFrame) -> list[Count]:
    """Return how many there are by `subject` and `state`, and how many domains are `flagged`."""
    by_state = verdicts.group_by("subject", "state").len().sort("subject", "state")
    flagged = verdicts.filter(pl.col("subject") == "domain")["flagged"].sum()
    return [*(("verdict", *row) for row in by_state.iter_rows()), ("flagged", "domain", "", flagged)]


def corrected(kept: Sequence[Count], gone: pl.DataFrame, new: pl.DataFrame) -> list[Count]:
    """Return counts as they are once verdicts have taken the place of others.

    `gone`, `new`: as for `verdict_counts`.
    """
    less = [(topic, name, part, -number) for topic, name, part, number in verdict_counts(gone)]
    changes = pl.DataFrame([*kept, *less, *verdict_counts(new)], schema=COUNT, orient="row")
    counts = changes.group_by("topic", "name", "part").agg(pl.col("number").sum())
    return counts.filter((pl.col("number") != 0) | (pl.col("topic") == "flagged")).rows()
