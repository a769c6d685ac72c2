"""The three pairs of language models: what stands beside the image, the page around it, and our own page."""

from collections.abc import Mapping, Sequence
from statistics import median

import polars as pl

from analysis.divergences.divergence import divergences
from analysis.policy import Section
from analysis.seen.words import all_stems, all_words

READ = ("visible", "lazy", "collapsed")
SCHEMA = {
    **dict.fromkeys(("backlink_id", "page_id", "visit_id"), pl.Int64),
    **dict.fromkeys(("beside_page", "beside_own", "page_own"), pl.Float64),
    **dict.fromkeys(("beside_page_cut", "beside_own_cut", "page_own_cut"), pl.Float64),
    **dict.fromkeys(("beside", "title", "page_url", "place"), pl.String),
}
"""The columns of `Frames.disagreements`."""
PAIRS = ("beside_page", "beside_own", "page_own")
Cuts = Mapping[str, float | None]
"""Where the values of each pair part into two kinds; None for one kind. Those of an earlier analysis are
given where backlinks are too few to find any."""


def disagreements(
    backlinks: pl.DataFrame,
    visits: pl.DataFrame,
    references: pl.DataFrame,
    own_texts: pl.DataFrame,
    *,
    policy: Section,
    cuts: Cuts | None = None,
) -> pl.DataFrame:
    """Return `Frames.disagreements`: pages whose words were counted, in the language of our own page.

    `policy`: of `divergent-words`; `cuts`: those of an earlier analysis instead of those in these backlinks.
    """
    nothing = pl.DataFrame(schema=SCHEMA)
    if own_texts.is_empty():
        return nothing
    pairs = _pairs(backlinks, visits, references, own_texts)
    pairs = pairs.filter(all_words(pl.col("beside")).list.len() >= policy["words"])
    if pairs.is_empty():
        return nothing
    beside = _counted(pairs, "backlink_id", all_words(pl.col("beside")))
    block = _counted(pairs, "backlink_id", all_words(pl.col("block")))
    ours = _counted(
        own_texts.join(pairs, on="target_id", how="semi"), "target_id", all_words(pl.col("own_text"))
    ).rename({"target_id": "model"})
    links = pairs.select("backlink_id", "page_id", model="target_id")
    pages = links.join(_of_pages(visits.join(pairs, on="page_id", how="semi")), on="page_id")
    around = (
        pages.join(block.rename({"count": "beside"}), on=["backlink_id", "word"], how="left")
        .select("word", model="backlink_id", count=pl.col("count") - pl.col("beside").fill_null(0))
        .filter(pl.col("count") > 0)
    )
    of_own = beside.join(links, on="backlink_id")
    values = (
        _compared("beside_page", beside.with_columns(model="backlink_id"), around, policy)
        .join(_compared("beside_own", of_own, ours, policy), on="backlink_id")
        .join(_compared("page_own", pages, ours, policy), on="backlink_id")
    )
    cut_here = _cut_columns(values, cuts, policy)
    return pairs.join(values, on="backlink_id").with_columns(**cut_here).select(*SCHEMA)


def _pairs(
    backlinks: pl.DataFrame, visits: pl.DataFrame, references: pl.DataFrame, own_texts: pl.DataFrame
) -> pl.DataFrame:
    """Return the backlinks that can be compared, with the words beside them."""
    present = backlinks.filter(pl.col("state") == "present").select("backlink_id", "target_id", "page_url")
    seen = visits.filter("readable", pl.col("frequent_words") != "").select("page_id", "language", "title")
    found = references.filter(
        pl.col("backlink_id") != 0, pl.col("kind") != "mention", pl.col("visibility").is_in(READ)
    ).unique("backlink_id", keep="first", maintain_order=True)
    return (
        found.join(present.join(own_texts, on="target_id"), on="backlink_id")
        .join(seen, on="page_id")
        .filter(pl.col("language") == pl.col("own_language"), pl.col("language") != "")
        .with_columns(
            beside=pl.concat_str("left", "anchor", "right", separator=" "),
            block=pl.concat_str("left", "right", separator=" "),
        )
    )


def _counted(rows: pl.DataFrame, key: str, words: pl.Expr) -> pl.DataFrame:
    """Return `key`, `word` and `count` of the stems that say something."""
    return (
        rows.select(key, word=all_stems(words))
        .explode("word", empty_as_null=True, keep_nulls=False)
        .drop_nulls("word")
        .group_by(key, "word")
        .agg(count=pl.len().cast(pl.Int64))
    )


def _of_pages(visits: pl.DataFrame) -> pl.DataFrame:
    """Return `page_id`, `word` and `count` of the stems of the most frequent words."""
    entries = (
        visits.select("page_id", entry=pl.col("frequent_words").str.split(" "))
        .explode("entry", empty_as_null=True, keep_nulls=False)
        .select(
            "page_id",
            word=all_stems(all_words(pl.col("entry").str.extract(r"^(.*)=\d+$", 1))),
            count=pl.col("entry").str.extract(r"=(\d+)$", 1).cast(pl.Int64),
        )
    )
    return (
        entries.explode("word", empty_as_null=True, keep_nulls=False)
        .drop_nulls("word")
        .group_by("page_id", "word")
        .agg(pl.col("count").sum())
    )


def _compared(name: str, texts: pl.DataFrame, models: pl.DataFrame, policy: Section) -> pl.DataFrame:
    found = divergences(
        texts.rename({"backlink_id": "key"}),
        models,
        weight=policy["background"],
        vocabulary=policy["vocabulary"],
    )
    return found.select(pl.col("divergence").alias(name), backlink_id="key")


def cuts_in(disagreements: pl.DataFrame) -> Cuts:
    """Return the cuts that stand in `Frames.disagreements`."""
    cuts = disagreements.select(pl.col(f"{pair}_cut").first() for pair in PAIRS)
    return dict(zip(PAIRS, cuts.row(0), strict=True))


def common_cuts(shards: Sequence[Cuts]) -> Cuts:
    """Return the middle of the cuts of several shards; null where less than half of them have one."""
    found = {pair: [cut for cuts in shards if (cut := cuts[pair]) is not None] for pair in PAIRS}
    return {pair: median(cuts) if 2 * len(cuts) > len(shards) else None for pair, cuts in found.items()}


def _cut_columns(values: pl.DataFrame, cuts: Cuts | None, policy: Section) -> dict[str, pl.Expr]:
    """Return, for each pair, where the values of these backlinks part; null where they are of one kind."""
    if cuts is not None:
        return {f"{pair}_cut": pl.lit(cuts[pair], pl.Float64) for pair in PAIRS}
    # scikit-learn takes a second to load: only where there is something to cut
    from analysis.divergences.mixture import cut

    found = {pair: cut(values[pair].to_numpy(), fewest=policy["values"]) for pair in PAIRS}
    return {f"{pair}_cut": pl.lit(found[pair], pl.Float64) for pair in PAIRS}
