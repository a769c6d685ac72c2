"""Which anchors many unrelated domains use for one target."""

import polars as pl

from analysis.seen.words import all_words, stems

_ADDRESS = r"^(?:https?|www) |\b(?:com|org|net|de|fr|it|es|pl|nl|co uk)$"
"""Anchors that are addresses, in folded words."""


def anchor_shares(claims: pl.DataFrame, *, brands: tuple[str, ...], fewest: float) -> pl.DataFrame:
    """Return `backlink_id`, `anchor_domains`, `anchor_share` and `target_domains`.

    `anchor_domains`: registrable domains that use the same anchor for the same target; `anchor_share`: of all
    that link it, 0..1, where these are the `fewest` or more. Brand names and addresses are left out: that is
    how honest people link.
    """
    words = all_words(pl.col("anchor"))
    brand = pl.col("stems").list.set_difference(list(brands)).list.len() == 0
    phrases = (
        claims.select(pl.col("anchor").unique())
        .with_columns(phrase=words.list.join(" "), stems=stems(words))
        .filter(~brand, ~pl.col("phrase").str.contains(_ADDRESS))
        .select("anchor", "phrase")
    )
    telling = (
        claims.select("backlink_id", "domain_id", "target_id", "anchor")
        .with_columns(target_domains=pl.col("domain_id").n_unique().over("target_id"))
        .filter(pl.col("target_domains") >= fewest)
        .join(phrases, on="anchor")
    )
    return telling.with_columns(
        anchor_domains=pl.col("domain_id").n_unique().over("target_id", "phrase")
    ).select(
        "backlink_id",
        "anchor_domains",
        "target_domains",
        anchor_share=pl.col("anchor_domains") / pl.col("target_domains"),
    )


def anchor_entropy(counts: pl.Series) -> float:
    """Return the entropy of anchors over the logarithm of the number of links, 0..1.

    `counts`: links by anchor. 0: all alike; 1: all different.
    """
    links = int(counts.sum())
    entropy = counts.entropy(base=links, normalize=True) if links > 1 else 0.0
    return entropy or 0.0
