"""What signals look at: the store's rows as frames, newest state only, with the facts that need words.

Built with Polars, one shard of domains at a time; handed to signals as Narwhals frames, so that a signal
says what it means once and runs wherever its frames live.
"""

from dataclasses import dataclass

import narwhals as nw
import polars as pl

from analysis.topics import Owner, with_image_topic, with_page_topic, with_title_shape
from store.reading import BulkReader, Shard

NEAR_COPY_BITS = 3
"""Simhash distance of a near duplicate (Manku, Jain, Das Sarma, WWW 2007; methods 11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """The facts about one shard of one property. Times are seconds since 1970, UTC."""

    backlinks: nw.LazyFrame[pl.LazyFrame]
    """One row per backlink:

    `backlink_id`, `page_id`, `domain_id`, `page_url`, `host`, `domain` (registrable): what refers.
    `target_id` (0: the report names only the property), `target_url`, `target_is_image`, `target_page_url`.
    `state`, `reason`, `detail`, `level`, `visibility`, `seen_loads`, `loads`, `visit_id`: the presence.
    `title`, `left`, `anchor`, `right`, `type`, `language`, `first_seen`, `last_seen`, `lost`,
    `lost_reason`, `tools` (how many): the newest statement with words in it.
    `about_image`: the target is an image, or a report says that the anchor is one.
    `slug`: the page's last path segment as words; `title_before`, `title_after`: words of the reported title
    on both sides of the slug's phrase, null when the title does not have it; `title_joined`: whether a mark,
    a number, a preposition or a shared word ties them to the phrase or to the link.
    `image_words`: how many words the image has (file name, page that shows it); `named_in_report`: share of
    them, 0..1, that the reported title, windows, slug and text anchor have; `named_in_slug`: that slug and
    reported title have; `brand_in_report`; `image_text`: those words, for people.
    """
    visits: nw.LazyFrame[pl.LazyFrame]
    """The latest visit of each page, one row: `page_id`, `visit_id`, `started_at`, `url`, `final_url`,
    `status` (0: no response), `error`, `cut_short`, `title`, `h1`, `language`, `noindex`, the counts of
    `evidence.model.Measures`, `simhash`, `template_hash`, `vocabulary`, `traits` (JSON list).

    `readable`: a whole page came with status 200 and has words. `home_title`: title of the host's home page,
    null when that was never fetched; `like_home`, `like_sibling`: whether the text is nearly theirs.
    """
    pages: nw.LazyFrame[pl.LazyFrame]
    """One row per backlink whose image has words and whose page was readable: `backlink_id`, `page_id`,
    `named_on_page`: share of the image's words, 0..1, that the page says outside the image's own alt text
    and a caption that repeats it; `brand_on_page`; `named_on_site`: share that the host's home page has,
    null when unknown; `page_text`: title and heading, for people."""
    references: nw.LazyFrame[pl.LazyFrame]
    """Finds of the latest visit and its further loads: the columns of `store.models.Reference`, with
    `backlink_id` 0 where the find belongs to no reported target."""


def frames_of(reader: BulkReader, shard: Shard, *, owner: Owner) -> Frames:
    """Read one shard and work out the facts that need more than one table."""
    backlinks = with_title_shape(with_claims(reader.backlinks(shard), reader.statements(shard)))
    backlinks = with_image_topic(backlinks, owner=owner)
    visits = _with_neighbours(reader.visits(shard), reader.beside(shard))
    references = reader.references(shard)
    pages = with_page_topic(backlinks, visits, references, owner=owner)
    return Frames(
        backlinks=nw.from_native(backlinks.lazy()),
        visits=nw.from_native(visits.lazy()),
        pages=nw.from_native(pages.lazy()),
        references=nw.from_native(references.lazy()),
    )


def with_claims(backlinks: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """Add the newest statement that has words in it, and how many tools report the backlink."""
    has_words = (pl.col("title") != "") | (pl.col("anchor") != "")
    newest = (
        statements.with_columns(has_words=has_words)
        .sort("has_words", maintain_order=True)
        .group_by("backlink_id")
        .agg(
            pl.col("tool").n_unique().alias("tools"),
            pl.exclude("tool", "imported_at", "line", "has_words").last(),
        )
    )
    words = ("title", "left", "anchor", "right", "type", "language", "lost_reason")
    return backlinks.join(newest, on="backlink_id", how="left").with_columns(
        pl.col(*words).fill_null(""),
        pl.col("tools").fill_null(0),
        about_image=pl.col("target_is_image") | (pl.col("type").fill_null("") == "image"),
    )


def _with_neighbours(visits: pl.DataFrame, beside: pl.DataFrame) -> pl.DataFrame:
    """Add what the host's home page and a random sibling look like next to the page."""
    host = pl.col("url").str.extract(r"^https?://([^/]+)").alias("host")
    latest = beside.filter(pl.col("status") == 200).with_columns(host).unique(["host", "purpose"], keep="last")
    visits = visits.with_columns(
        host,
        readable=(pl.col("status") == 200) & (pl.col("error") == "") & ~pl.col("cut_short") & (pl.col("words") > 0),
    )
    for purpose in ("home", "sibling"):
        seen = latest.filter(pl.col("purpose") == purpose).select(
            "host",
            pl.col("simhash").alias(f"{purpose}_simhash"),
            pl.col("title").alias(f"{purpose}_title"),
            pl.col("vocabulary").alias(f"{purpose}_vocabulary"),
        )
        apart = (pl.col("simhash") ^ pl.col(f"{purpose}_simhash")).bitwise_count_ones()
        alike = (apart <= NEAR_COPY_BITS) & (pl.col("simhash") != 0)
        visits = visits.join(seen, on="host", how="left").with_columns(alike.fill_null(value=False).alias(f"like_{purpose}"))
    return visits
