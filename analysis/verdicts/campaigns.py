"""Campaigns: pages on many unrelated domains that share one fingerprint, and what their verdicts say of each.

A fingerprint alone proves nothing: thousands of honest sites wear one theme. A campaign is proven by its
members: where most of the domains that could be judged are spam, the others are of one kind with them.
What strangers share, too (an account of analytics, a network, a pattern of titles, a text, a set of targets)
makes none before.
"""

from dataclasses import dataclass

import polars as pl

from analysis.plugins import signals
from analysis.policy import Policy, Section
from analysis.seen.framing import NOBODY, frames_of_kin
from analysis.signal import Pass
from analysis.verdicts.fusion import BENIGN, SPAM, SUSPICIOUS
from analysis.verdicts.passes import run_signals

TURN = 0.05
"""Difference of scores from which the members of a campaign are judged again."""

LOOSE = {
    "tracker": "owner",
    "network": "owner",
    "title pattern": "words",
    "text": "words",
    "target set": "targets",
}
"""Fingerprints that make a campaign only once it is proven, and never decide; with their kind. The others, of
the kit that made a page, are of the kind `kit`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaigns:
    """The campaigns of a property."""

    all: pl.DataFrame
    """`group`, `fingerprint`, `value`, `pages`, `domains`, `judged` (domains with a verdict), `spam` (domains
    with a page that is called spam)."""
    members: pl.DataFrame
    """`group` and `page_id`: who belongs to them."""


def campaigns_of(
    groups: pl.DataFrame, members: pl.DataFrame, verdicts: pl.DataFrame, policy: Section
) -> Campaigns:
    """Return the campaigns among groups of pages.

    `groups`, `members`: as in `analysis.at_large.crowd.Crowd`; `verdicts`: `page_id` and `state` of pages.
    """
    large = groups.filter(pl.col("domains") >= policy["domains"]).select("group", "fingerprint", "value")
    belonging = members.join(large, on="group", how="semi")
    spoken = verdicts.filter(pl.col("state").is_in([SPAM, SUSPICIOUS, BENIGN])).select(
        "page_id", judged=pl.lit(value=True), spam=pl.col("state") == SPAM
    )
    by_domain = (
        belonging.join(spoken, on="page_id", how="left")
        .group_by("group", "domain_id")
        .agg(pl.col("judged", "spam").fill_null(value=False).any(), pages=pl.len().cast(pl.Int64))
    )
    found = by_domain.group_by("group").agg(
        pages=pl.col("pages").sum(),
        domains=pl.len().cast(pl.Int64),
        judged=pl.col("judged").sum().cast(pl.Int64),
        spam=pl.col("spam").sum().cast(pl.Int64),
    )
    proven = (pl.col("spam") >= policy["proven"]) & (pl.col("spam") >= policy["share"] * pl.col("judged"))
    campaigns = large.join(found, on="group").filter(~pl.col("fingerprint").is_in(LOOSE) | proven)
    return Campaigns(
        all=campaigns.sort("group"),
        members=belonging.join(campaigns, on="group", how="semi").select("group", "page_id"),
    )


def kinship(campaigns: Campaigns, pages: pl.DataFrame) -> pl.DataFrame:
    """Return, per page and kind, the campaign with the most spam that it belongs to; see `Frames.kin`.

    `pages`: as `analysis.verdicts.fusion.fuse` wants them.
    """
    return (
        campaigns.members.join(campaigns.all.filter(pl.col("spam") > 0), on="group")
        .with_columns(
            share=pl.col("spam") / pl.col("judged"),
            kind=_kind(),
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


def _kind() -> pl.Expr:
    return pl.col("fingerprint").replace_strict(LOOSE, default="kit", return_dtype=pl.String)


def turned(before: pl.DataFrame, after: pl.DataFrame, rules: Policy) -> pl.DataFrame:
    """Return `fingerprint` and `value` of campaigns that say something else of their members than before.

    Both have the columns of `Campaigns.all`.
    """
    key = ["fingerprint", "value"]
    old, new = (_spoken(campaigns, rules) for campaigns in (before, after))
    apart = (pl.col("score") - pl.col("score_then")).abs().fill_null(1.0) >= TURN
    both = old.join(new.rename({"score": "score_then"}), on=key, how="full", coalesce=True)
    return both.filter(apart).select(key)


def _spoken(campaigns: pl.DataFrame, rules: Policy) -> pl.DataFrame:
    """Return `fingerprint`, `value` and the `score` that a readable member gets, where it gets any."""
    named = campaigns.filter(pl.col("spam") > 0).with_row_index("page_id")
    kin = named.with_columns(
        pl.col("page_id").cast(pl.Int64),
        share=pl.col("spam") / pl.col("judged"),
        kind=_kind(),
        readable=pl.lit(value=True),
    )
    late = tuple(signal for signal in signals() if signal.needs is Pass.VERDICTS)
    found = run_signals(frames_of_kin(kin.select(NOBODY.columns)), late, rules)
    return kin.join(found, on="page_id").select("fingerprint", "value", "score")
