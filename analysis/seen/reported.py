"""What reports quote of a page that lacks the reference today, and how much of it the page still says."""

import polars as pl

from analysis.seen.topics import BETWEEN_WORDS, Owner
from analysis.seen.words import STEM_LENGTH, folded, text_stems

LIVING = ("replaced", "redirected-home", "redirected-elsewhere", "same-as-home", "inert-only")
"""Absences of pages that show something."""


def still_said(backlinks: pl.DataFrame, visits: pl.DataFrame, *, owner: Owner) -> pl.DataFrame:
    """Return `Frames.reported`.

    The image's own words and the property's names are left out: they go when the image goes. A site may show
    each visitor his own language, so only words of the page's language are looked for.
    """
    told = _told(backlinks, owner)
    seen = (
        visits.filter("readable")
        .join(told, on="page_id", how="semi")
        .select(
            "page_id",
            "visit_id",
            page_title="title",
            page_language="language",
            said=" " + folded(pl.concat_str("title", "h1", "vocabulary", separator=" "), BETWEEN_WORDS) + " ",
        )
    )
    word = pl.col("word")
    wanted = " " + word + pl.when(word.str.len_chars() < STEM_LENGTH).then(pl.lit(" ")).otherwise(pl.lit(""))
    return (
        told.join(seen, on="page_id")
        .filter((pl.col("language") == pl.col("page_language")) | (pl.col("language") == ""))
        .explode("word", empty_as_null=True, keep_nulls=False)
        .group_by(
            "backlink_id", "page_id", "visit_id", "page_url", "reported", "reported_words", "page_title"
        )
        .agg(still=pl.col("said").str.contains(wanted, literal=True).mean())
        .sort("backlink_id")
    )


def _told(backlinks: pl.DataFrame, owner: Owner) -> pl.DataFrame:
    """Return what reports quote of pages that show something else now, and the words of it to look for."""
    quoted = pl.concat_str("title", "left", "right", separator=" ")
    own = pl.col("image").list.concat(pl.lit(list(owner.brands), dtype=pl.List(pl.String)))
    return (
        backlinks.filter(pl.col("state") == "absent", pl.col("reason").is_in(LIVING))
        .with_columns(word=text_stems(quoted).list.set_difference(own))
        .select(
            "backlink_id",
            "page_id",
            "page_url",
            "language",
            "word",
            reported=quoted,
            reported_words=pl.col("word").list.len(),
        )
        .filter(pl.col("reported_words") > 0)
    )
