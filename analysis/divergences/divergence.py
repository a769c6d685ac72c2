"""How far apart the words of two texts are: Kullback-Leibler divergence of smoothed language models.

Source: Mishne, Carmel, Lempel, Blocking Blog Spam with Language Model Disagreement (AIRWeb 2005); Benczúr,
Bíró, Csalogány, Uher, Detecting Nepotistic Links by Language Model Disagreement (WWW 2006). Neither gives the
weight and background; ours stand in the policy. Function words are left out before, so that one background
does for all languages.
"""

from collections.abc import Mapping

import polars as pl


def divergences(
    texts: pl.DataFrame,
    models: pl.DataFrame,
    *,
    weight: float,
    vocabulary: float,
    background: Mapping[str, float] | None = None,
) -> pl.DataFrame:
    """Return `key`, `model` and `divergence`, 0 and above, of each text from its model.

    Args:
        texts: `key`, `model`, `word`, `count`: the words of a text, and what it is compared with.
        models: `model`, `word`, `count`.
        weight: of the background, 0..1.
        vocabulary: words that say something, each as likely as any other where a text lacks it.
        background: likelihoods of words instead.
    """
    likely = pl.lit(1.0 / vocabulary)
    if background is not None:
        likely = pl.col("word").replace_strict(dict(background), default=0.0, return_dtype=pl.Float64)
    alone = weight * likely
    said = (1.0 - weight) * pl.col("count")
    known = models.with_columns(q=said / pl.col("count").sum().over("model") + alone).select(
        "model", "word", "q", missing=alone * (alone / pl.col("q")).log()
    )
    whole = known.group_by("model").agg(pl.col("missing").sum().alias("all_missing"))
    told = texts.with_columns(p=said / pl.col("count").sum().over("key", "model") + alone)
    compared = told.join(known, on=["model", "word"], how="left").with_columns(
        pl.col("q").fill_null(alone), pl.col("missing").fill_null(0.0)
    )
    return (
        compared.group_by("key", "model")
        .agg(divergence=(pl.col("p") * (pl.col("p") / pl.col("q")).log() - pl.col("missing")).sum())
        .join(whole, on="model")
        .select("key", "model", divergence=pl.col("divergence") + pl.col("all_missing"))
    )
