"""Campaigns: pages on many unrelated domains that share one fingerprint, and what their verdicts say of each.

A fingerprint alone proves nothing: thousands of honest sites wear one theme. A campaign is proven by its
members: where most of the domains that could be judged are spam, the others are of one kind with them.
What strangers share, too (an account of analytics, a network, a pattern of titles, a text) makes none before.
"""

from dataclasses import dataclass

import polars as pl

from analysis.fusion import BENIGN, SPAM, SUSPICIOUS
from analysis.policy import Section

LOOSE = {"tracker": "owner", "network": "owner", "title pattern": "words", "text": "words"}
"""Fingerprints that make a campaign only once it is proven, and never decide; with their kind. The others, of
the kit that made a page, are of the kind `kit`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaigns:
    """The campaigns of a property."""

    all: pl.DataFrame
    """`fingerprint`, `value`, `pages`, `domains`, `judged` (domains with a verdict), `spam` (domains with a
    page that is called spam)."""
    members: pl.DataFrame
    """`fingerprint`, `value`, `page_id`: who belongs to them."""


def campaigns_of(members: pl.DataFrame, verdicts: pl.DataFrame, policy: Section) -> Campaigns:
    """Return the campaigns among shared fingerprints.

    `members`: as in `analysis.crowd.Crowd`; `verdicts`: those of pages, as in `analysis.fusion.Verdicts`.
    """
    key = ["fingerprint", "value"]
    large = members.filter(pl.col("domains") >= policy["domains"])
    judged = large.join(
        verdicts.select(pl.col("subject_id").alias("page_id"), "state"), on="page_id", how="left"
    )
    domain = pl.col("domain_id")
    known = pl.col("state").is_in([SPAM, SUSPICIOUS, BENIGN])
    proven = (pl.col("spam") >= policy["proven"]) & (pl.col("spam") >= policy["share"] * pl.col("judged"))
    found = (
        judged.group_by(key)
        .agg(
            pages=pl.len().cast(pl.Int64),
            domains=domain.n_unique().cast(pl.Int64),
            judged=domain.filter(known).n_unique().cast(pl.Int64),
            spam=domain.filter(pl.col("state") == SPAM).n_unique().cast(pl.Int64),
        )
        .filter(~pl.col("fingerprint").is_in(LOOSE) | proven)
    )
    belonging = large.join(found, on=key, how="semi").select(*key, "page_id")
    return Campaigns(all=found.sort(key), members=belonging.sort(*key, "page_id"))


def kinship(campaigns: Campaigns, pages: pl.DataFrame) -> pl.DataFrame:
    """Return, per page and kind, the campaign with the most spam that it belongs to; see `Frames.kin`.

    `pages`: as `analysis.fusion.fuse` wants them.
    """
    return (
        campaigns.members.join(campaigns.all.filter(pl.col("spam") > 0), on=["fingerprint", "value"])
        .with_columns(
            share=pl.col("spam") / pl.col("judged"),
            kind=pl.col("fingerprint").replace_strict(LOOSE, default="kit", return_dtype=pl.String),
        )
        .sort(
            pl.col("fingerprint") == "network",  # an account says more than its neighbourhood
            "share",
            "spam",
            "fingerprint",
            "value",
            descending=[False, True, True, False, False],
        )
        .unique(["page_id", "kind"], keep="first", maintain_order=True)
        .join(pages.select("page_id", "readable"), on="page_id")
    )
