"""Links of authorities: no growth of theirs is held against a target.

Source: US 7,346,839 relaxes its thresholds for documents of authority and names government documents, web
directories and documents with a steady high rank. Who is one is ours: registries that give names to public
bodies and schools only, and whoever has linked the property for a year.
"""

import polars as pl

DAY = 86_400
"""Seconds."""
PUBLIC = r"gov|gob|gouv|gv|govt|edu|ac|mil"
RESTRICTED = rf"^(?:.+\.)?(?:gov|edu|mil|int|(?:{PUBLIC})\.[a-z]{{2}}|go\.(?:jp|kr|th|id|ke|tz|ug))$"
"""Public suffixes under which a registry asks who one is: `gov`, `ac.uk`; not `go.it`, a province."""


def authorities(claims: pl.DataFrame, *, after: float) -> pl.DataFrame:
    """Return `backlink_id` of links that come from an authority.

    `claims`: see `analysis.at_large.facts`. A domain is an old acquaintance of the property from so many days
    `after` its first link that was not lost before.
    """
    kept = pl.when(pl.col("first_seen") > 0, pl.col("lost").is_null()).then("first_seen")
    old = pl.col("first_seen") - kept.min().over("domain_id") >= after * DAY
    return claims.filter(pl.col("suffix").str.contains(RESTRICTED) | old).select("backlink_id")
