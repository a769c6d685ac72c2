"""Pages that credit the property: they link their readers to a page of it, not only to its pictures."""

import narwhals as nw
import polars as pl

from analysis.seen.frames import Frames
from evidence.addresses.urls import IMAGE_ENDING

READ = ("visible", "collapsed", "screen-reader")
TO_PAGES = ("L6", "L7")
"""Match levels of links to the image's page or to another page of the property."""
PICTURE_FILE = rf"(?i){IMAGE_ENDING}(?:[?#;!].*)?$"
"""The address of a picture: where a report names no target, a generator's link to it is L7, too."""


def credits_of(frames: Frames) -> nw.LazyFrame[pl.LazyFrame]:
    """Return `page_id` and a true `credits` for every such page."""
    return (
        frames.references.filter(
            nw.col("kind") == "link",
            nw.col("level").is_in(TO_PAGES),
            nw.col("visibility").is_in(READ),
            ~nw.col("url").str.contains(PICTURE_FILE),
        )
        .select("page_id")
        .unique()
        .with_columns(credits=nw.lit(value=True))
    )
