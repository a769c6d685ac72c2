"""What a text link is about, and how much of that stands beside it."""

import polars as pl

from analysis.seen.topics import Owner
from analysis.seen.words import text_stems
from evidence.addresses.slugs import slug_words


def with_link_topic(
    backlinks: pl.DataFrame, visits: pl.DataFrame, references: pl.DataFrame, *, owner: Owner
) -> pl.DataFrame:
    """Return how much of each text link's words stand beside it or in the headline; see `Frames.links`."""
    brands = pl.lit(" ".join(owner.brands))
    seen = visits.filter("readable").select("page_id", pl.col("title").alias("headline"), "h1")
    own = (
        backlinks.filter(~pl.col("about_image"))
        .select("backlink_id", "target_url", "target_says")
        .with_columns(
            target_words=pl.col("target_url").map_elements(
                lambda url: " ".join(slug_words(url)), return_dtype=pl.String
            )
        )
    )
    beside = pl.concat_str("left", "right", "headline", "h1", separator=" ")
    return (
        references.filter((pl.col("kind") == "link") & (pl.col("backlink_id") != 0))
        .unique("backlink_id", keep="first", maintain_order=True)
        .join(own, on="backlink_id")
        .join(seen, on="page_id")
        .with_columns(
            own=text_stems(pl.concat_str("target_words", "target_says", "anchor", brands, separator=" ")),
            beside=text_stems(beside),
        )
        .select(
            "backlink_id",
            "page_id",
            "visit_id",
            "anchor",
            "left",
            "right",
            shared=pl.col("own").list.set_intersection("beside").list.join(", "),
        )
    )
