"""Claims about backlinks, with defaults for everything a case does not say."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from analysis.at_large.growth import WEEK

SCHEMA = {
    **dict.fromkeys(("backlink_id", "page_id", "domain_id", "target_id"), pl.Int64),
    **dict.fromkeys(("anchor", "left", "right", "language", "suffix", "network"), pl.String),
    **dict.fromkeys(("first_seen", "last_seen", "lost"), pl.Int64),
}


def claims(rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Number the rows; each is a page and a domain of its own unless it says otherwise."""
    usual = {
        "target_id": 1,
        "anchor": "",
        "left": "",
        "right": "",
        "first_seen": 0,
        "last_seen": 0,
        "lost": None,
        "language": "",
        "suffix": "",
        "network": "",
    }
    return pl.DataFrame(
        [
            {"backlink_id": number, "page_id": number, "domain_id": number, **usual, **row}
            for number, row in enumerate(rows, start=1)
        ],
        schema=SCHEMA,
    )


def week(number: int) -> int:
    """Return a moment in a week, seconds since 1970."""
    return (2_800 + number) * WEEK + 3_600
