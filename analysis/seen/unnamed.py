"""Backlinks whose report names no target: what a visit found of the property stands in for it.

Search Console lists pages alone. Once a visit has seen which picture or page of the property such a page
shows or links to, every question that is asked about a named target can be asked about that.
"""

import polars as pl

from analysis.seen.credits import PICTURE_FILE

SHOWN = ("visible", "lazy")
EXACT = "L0"
"""The match level of a find that is itself the target."""


def with_found_targets(
    backlinks: pl.DataFrame, references: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return both frames with a found target wherever a report named none and no other one named any.

    A picture that the page shows comes first, then one that it links to, then a page; hidden finds and those
    in metadata only where there is nothing else.
    """
    named = backlinks.filter(pl.col("target_id") != 0)
    if named.height == backlinks.height:
        return backlinks, references
    pages = (
        backlinks.filter(pl.col("state") == "present")
        .join(named, on="page_id", how="anti")
        .select("page_id", stands_for="backlink_id")
    )
    is_embed = pl.col("kind") == "embed"
    chosen = (
        references.filter(pl.col("kind") != "mention", pl.col("visibility") != "inert")
        .join(pages, on="page_id")
        .with_columns(
            found_picture=is_embed | pl.col("url").str.contains(PICTURE_FILE),
            unseen=~pl.col("visibility").is_in(SHOWN),
        )
        .sort("unseen", ~pl.col("found_picture"), ~is_embed, "url")
        .unique("page_id", keep="first", maintain_order=True)
        .select("page_id", "found_picture", "stands_for", found_target="url")
    )
    return _named(backlinks, chosen.drop("stands_for")), _belonging(references, chosen)


def _named(backlinks: pl.DataFrame, chosen: pl.DataFrame) -> pl.DataFrame:
    """Put the found targets where there are none."""
    return (
        backlinks.join(chosen, on="page_id", how="left")
        .with_columns(
            target_url=pl.coalesce("found_target", "target_url"),
            target_is_image=pl.coalesce("found_picture", "target_is_image"),
        )
        .drop("found_target", "found_picture")
    )


def _belonging(references: pl.DataFrame, chosen: pl.DataFrame) -> pl.DataFrame:
    """Give the finds of a found target to its backlink; a link to a page stays a link to a page (L6, L7)."""
    its_own = pl.col("url") == pl.col("found_target")
    return (
        references.join(chosen, on="page_id", how="left")
        .with_columns(
            backlink_id=pl.when(its_own).then("stands_for").otherwise("backlink_id"),
            level=pl.when(its_own & pl.col("found_picture")).then(pl.lit(EXACT)).otherwise("level"),
        )
        .select(references.columns)
    )
