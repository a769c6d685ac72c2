"""Reference contexts: the rarest real word on each side of a link, counted by registrable domain.

Source: US 8,577,893 (Patterson, Haahr): five words on each side, real words occur in at least 50 documents,
the pair of rarest ones identifies a context; links whose context occurs too often, or more and more often in
a short time, are not counted. The counts from which it is too often are ours. A context that too few have is
not counted by the patent either; an image has so few links that this says nothing of any of them.

A small report has hardly a word in 50 documents. Below a number of documents that says enough of its own
(`reference-context.documents` of the policy) the lists of `analysis.at_large.dictionary` say which words are
real, and how rare: one scale for all windows of a run.
"""

import polars as pl

from analysis.at_large.dictionary import known_words
from analysis.at_large.growth import surges
from analysis.policy import Policy
from analysis.seen.words import all_words

REAL = 50
"""Documents that a real word occurs in."""
NOTHING = ""
"""Stands for a side without a real word."""


def document_frequencies(windows: pl.DataFrame) -> pl.DataFrame:
    """Return `word` and `common`, the documents that have it, of the real words.

    `windows` has `domain_id` and `words` (a list). A document is everything that one registrable domain says
    beside its links: a site that repeats a word ten thousand times has not made it more common.
    """
    return (
        windows.explode("words", empty_as_null=True, keep_nulls=False)
        .drop_nulls("words")
        .group_by(pl.col("words").alias("word"))
        .agg(common=pl.col("domain_id").n_unique().cast(pl.Float64))
        .filter(pl.col("common") >= REAL)
    )


def rarest(windows: pl.DataFrame, frequencies: pl.DataFrame) -> pl.DataFrame:
    """Return `backlink_id` and `rare`: the real word of each window that is least common.

    `windows`: `backlink_id` and `words`, nearest to the link first, to which ties go, then to the alphabet;
    `frequencies`: `word` and `common`, on any scale.
    """
    return (
        windows.select("backlink_id", word="words")
        .explode("word", empty_as_null=True, keep_nulls=False)
        .with_columns(place=pl.int_range(pl.len()).over("backlink_id"))
        .join(frequencies, on="word")
        .sort("backlink_id", "common", "place", "word")
        .group_by("backlink_id", maintain_order=True)
        .agg(rare=pl.col("word").first())
    )


def contexts(claims: pl.DataFrame, wanted: pl.DataFrame | None = None, *, rules: Policy) -> pl.DataFrame:
    """Return `backlink_id` and the columns below, of links with words beside them.

    `context`; `context_domains`: registrable domains with this context for this target; `linking_domains`:
    all that link it; `context_surge`: as `growth.surges` says it of targets, for the week in which the link
    came, where it is sharp. A context with a side without real words is none.
    """
    policy = rules["reference-context"]
    sides = {
        side: claims.filter(pl.col(side) != "").select(
            "backlink_id", "domain_id", "target_id", words=_nearest_first(side)
        )
        for side in ("left", "right")
    }
    frequencies = _frequencies(pl.concat(sides.values()), policy["documents"])
    told = claims if wanted is None else wanted
    rare = {
        side: rarest(windows.join(told, on="target_id", how="semi"), frequencies)
        for side, windows in sides.items()
    }
    both = (
        claims.select("backlink_id", "domain_id", "target_id", "first_seen")
        .join(rare["left"].rename({"rare": "rare_left"}), on="backlink_id")
        .join(rare["right"].rename({"rare": "rare_right"}), on="backlink_id")
    )
    counted = both.with_columns(
        context=pl.format("{} … {}", "rare_left", "rare_right"),
        context_domains=pl.col("domain_id").n_unique().over("target_id", "rare_left", "rare_right"),
        linking_domains=pl.col("domain_id").n_unique().over("target_id"),
    )
    alike = pl.struct("target_id", "context").rank("dense").cast(pl.Int64)
    velocity = {**rules["link-surge"], "surge": policy["surge"]}
    sudden = surges(counted, policy=velocity, series=alike).select("backlink_id", context_surge="surge")
    return counted.select("backlink_id", "context", "context_domains", "linking_domains").join(
        sudden, on="backlink_id", how="left"
    )


def _frequencies(windows: pl.DataFrame, enough: float) -> pl.DataFrame:
    """Return how common words are: by the documents themselves, if they are `enough`."""
    if windows.is_empty() or windows["domain_id"].n_unique() >= enough:
        return document_frequencies(windows)
    return known_words()


def _nearest_first(side: str) -> pl.Expr:
    words = all_words(pl.col(side))
    return words.list.reverse() if side == "left" else words
