"""From the store to frames: one shard of domains at a time, joined and enriched with Polars."""

from dataclasses import dataclass

import narwhals as nw
import polars as pl

from analysis.at_large.crowd import Crowd, address_mark
from analysis.divergences.disagreement import Cuts, disagreements
from analysis.policy import Policy
from analysis.seen.frames import Frames
from analysis.seen.harvests import harvesting
from analysis.seen.homes import beside_homes
from analysis.seen.link_topics import with_link_topic
from analysis.seen.reported import still_said
from analysis.seen.shapes import with_host_titles, with_keyword_shape, with_title_shape
from analysis.seen.topics import Owner, with_image_topic, with_page_topic
from analysis.seen.unnamed import with_found_targets
from store.frames.reading import BulkReader
from store.frames.spool import Spool

NEAR_COPY_BITS = 3
"""Simhash distance of a near duplicate (Manku, Jain, Das Sarma, WWW 2007)."""

NOBODY = pl.DataFrame(
    schema={
        "page_id": pl.Int64,
        "fingerprint": pl.String,
        "value": pl.String,
        "domains": pl.Int64,
        "judged": pl.Int64,
        "spam": pl.Int64,
        "share": pl.Float64,
        "kind": pl.String,
        "readable": pl.Boolean,
    }
)
"""`Frames.kin` before anything was judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The rows of one shard as `store.frames.reading` gives them."""

    backlinks: pl.DataFrame
    statements: pl.DataFrame
    visits: pl.DataFrame
    beside: pl.DataFrame
    """Visits to home pages and siblings."""
    references: pl.DataFrame
    own_texts: pl.DataFrame
    """What the property's own pages say, by target."""


def read_tables(reader: BulkReader, spool: Spool, number: int) -> Tables:
    """Read one shard."""
    looks = spool.looks(number)
    return Tables(
        backlinks=spool.backlinks(number),
        statements=spool.statements(number),
        visits=reader.visits(looks),
        beside=reader.beside(spool.parts[number]),
        references=spool.references(number, looks),
        own_texts=spool.own_texts,
    )


def frames_of(
    tables: Tables, *, owner: Owner, crowd: Crowd, rules: Policy, cuts: Cuts | None = None
) -> Frames:
    """Work out the facts that need words or more than one table; `cuts`: see `disagreements`."""
    named, references = with_found_targets(tables.backlinks, tables.references)
    backlinks = with_title_shape(with_claims(named, tables.statements))
    backlinks = with_image_topic(backlinks, owner=owner, enough=rules["context-mismatch"]["words"])
    backlinks = backlinks.with_columns(mark=address_mark(pl.col("page_url"))).join(
        crowd.marks, on="mark", how="left"
    )
    # A join hashes its right side whole: of what is counted at large, a shard needs its own rows alone.
    at_large = ((crowd.facts, "backlink_id"), (crowd.rare, "backlink_id"), (crowd.addresses, "page_id"))
    for counted, key in at_large:
        ours = counted.join(backlinks, on=key, how="semi")
        backlinks = backlinks.join(ours, on=key, how="left")
    visits = with_keyword_shape(tables.visits, backlinks, words=rules["keyword-page"]["words"])
    visits = _with_neighbours(visits, tables.beside, strangers=rules["wordless-gallery"]["hosts"])
    backlinks = with_host_titles(backlinks, visits)
    sounding = rules["context-mismatch"]["sounding"]
    pages = with_page_topic(backlinks, visits, references, owner=owner, sounding=sounding)
    links = with_link_topic(backlinks, visits, references, owner=owner)
    compared = disagreements(
        backlinks, visits, references, tables.own_texts, policy=rules["divergent-words"], cuts=cuts
    )
    homes = beside_homes(visits, tables.beside, backlinks, references)
    return Frames(
        backlinks=nw.from_native(backlinks.lazy()),
        visits=nw.from_native(visits.lazy()).with_columns(**harvesting(rules["harvest"])),
        pages=nw.from_native(pages.lazy()),
        links=nw.from_native(links.lazy()),
        kin=nw.from_native(NOBODY.lazy()),
        disagreements=nw.from_native(compared.lazy()),
        homes=nw.from_native(homes.lazy()),
        reported=nw.from_native(still_said(backlinks, visits, owner=owner).lazy()),
        references=nw.from_native(references.lazy()),
    )


def frames_of_kin(kin: pl.DataFrame) -> Frames:
    """Return what signals that need verdicts look at: `kin`, with the columns of `NOBODY`, alone."""
    nothing = nw.from_native(NOBODY.lazy())
    return Frames(
        backlinks=nothing,
        visits=nothing,
        pages=nothing,
        links=nothing,
        disagreements=nothing,
        homes=nothing,
        reported=nothing,
        kin=nw.from_native(kin.lazy()),
        references=nothing,
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
            pl.exclude("tool", "report_id", "imported_at", "line", "has_words").last(),
        )
    )
    words = ("title", "left", "anchor", "right", "type", "language", "lost_reason")
    return backlinks.join(newest, on="backlink_id", how="left").with_columns(
        pl.col(*words).fill_null(""),
        pl.col("tools").fill_null(0),
        about_image=pl.col("target_is_image") | (pl.col("type").fill_null("") == "image"),
    )


def _with_neighbours(visits: pl.DataFrame, beside: pl.DataFrame, *, strangers: float) -> pl.DataFrame:
    """Add what the host's home page and a random sibling look like next to the page.

    `strangers`: whose pictures are what a page without words has to say, where a keyword is its title.
    """
    host = pl.col("url").str.extract(r"^https?://([^/]+)").alias("host")
    latest = (
        beside.filter(pl.col("status") == 200).with_columns(host).unique(["host", "purpose"], keep="last")
    )
    visits = visits.with_columns(
        host,
        readable=(pl.col("status") == 200)
        & (pl.col("error") == "")
        & ~pl.col("cut_short")
        & (
            (pl.col("words") > 0)
            | (pl.col("titled_by_address") & (pl.col("foreign_embed_hosts") >= strangers))
        ),
    )
    for purpose in ("home", "sibling"):
        seen = latest.filter(pl.col("purpose") == purpose).select(
            "host",
            pl.col("simhash").alias(f"{purpose}_simhash"),
        )
        apart = (pl.col("simhash") ^ pl.col(f"{purpose}_simhash")).bitwise_count_ones()
        alike = (apart <= NEAR_COPY_BITS) & (pl.col("simhash") != 0)
        visits = visits.join(seen, on="host", how="left").with_columns(
            alike.fill_null(value=False).alias(f"like_{purpose}")
        )
    return visits
