"""In which order a person looks: what is likely spam, links much, is new, and where the signals disagree."""

from datetime import datetime

import polars as pl

from analysis.campaigns import LOOSE
from analysis.concluding import Concluded
from analysis.digest import Digest, strongest
from analysis.policy import Section
from store.database import Store
from store.judgements import with_keys
from store.properties import property_key
from store.queueing import replace_queue

DAY_S = 86_400


def write_queue(
    store: Store, property_name: str, concluded: Concluded, digest: Digest, *, policy: Section, now: datetime
) -> None:
    """Store the queue of a property from its verdicts and from what stayed of its shards."""
    flagged = concluded.flagged()
    ours = flagged.select("domain_id")
    late = strongest(concluded.together)
    findings = pl.concat([digest.strongest, late]).join(ours, on="domain_id", how="semi")
    mentions = digest.mentions.join(ours, on="domain_id", how="semi")
    languages = digest.languages.join(ours, on="domain_id", how="semi")
    owner = property_key(property_name)
    campaigns = with_keys(concluded.campaigns.members, owner).join(concluded.domains, on="page_id")
    of_kit = ~pl.col("fingerprint").is_in(LOOSE)
    members = campaigns.select("domain_id", "fingerprint", campaign_id="id").join(
        ours, on="domain_id", how="semi"
    )
    queue = prioritised(flagged, findings, mentions, policy=policy, now=now)
    told = queue.join(flagged.select("domain_id", "state"), on="domain_id").join(
        telling(findings, policy["telling"]), on="domain_id", how="left"
    )
    told = told.with_columns(pl.col("first_signal", "second_signal").fill_null(""))
    rows = folded(told, flagged, members.filter(of_kit))
    replace_queue(store, owner, rows, facets_of(flagged, findings, mentions, languages, members))


def telling(findings: pl.DataFrame, least: float) -> pl.DataFrame:
    """Return `domain_id`, `first_signal` and `second_signal`: the highest scores, none below `least`."""
    ranked = (
        findings.filter(pl.col("score") >= least)
        .group_by("domain_id", "signal")
        .agg(pl.col("score").max())
        .sort(pl.col("score"), "signal", descending=[True, False])
        .group_by("domain_id", maintain_order=True)
        .agg(pl.col("signal").head(2))
    )
    first, second = (pl.col("signal").list.get(place, null_on_oob=True) for place in (0, 1))
    return ranked.select("domain_id", first_signal=first, second_signal=second)


def folded(queue: pl.DataFrame, flagged: pl.DataFrame, campaigns: pl.DataFrame) -> pl.DataFrame:
    """Add `fold` and `fold_priority`: domains of one campaign are one row of the queue, and one decision.

    A domain folds into the largest campaign in the queue that at least half of its pages belong to: one
    hacked page must not take an honest domain along. `campaigns` has a row for each page of a campaign.
    """
    key = ["domain_id", "campaign_id"]
    belonging = (
        campaigns.group_by(key)
        .agg(members=pl.len())
        .join(flagged.select("domain_id", "pages"), on="domain_id")
        .filter(2 * pl.col("members") >= pl.col("pages"))
    )
    chosen = (
        belonging.with_columns(domains=pl.len().over("campaign_id"))
        .sort("domains", "campaign_id", descending=[True, False])
        .unique("domain_id", keep="first", maintain_order=True)
        .filter(pl.len().over("campaign_id") > 1)
        .select("domain_id", fold="campaign_id")
    )
    return queue.join(chosen, on="domain_id", how="left").with_columns(
        pl.col("fold").fill_null(pl.col("domain_id")),
        fold_priority=pl.col("priority").max().over(pl.col("fold").fill_null(pl.col("domain_id"))),
    )


def facets_of(
    flagged: pl.DataFrame,
    findings: pl.DataFrame,
    mentions: pl.DataFrame,
    languages: pl.DataFrame,
    campaigns: pl.DataFrame,
) -> pl.DataFrame:
    """Return `domain_id`, `facet` and `value`: what each domain can be found by."""
    columns = (
        ("verdict", flagged, "state"),
        ("signal", findings, "signal"),
        ("state", mentions, "state"),
        ("language", languages, "language"),
        ("report", mentions, "report_id"),
        ("campaign", campaigns, "campaign_id"),
    )
    return pl.concat(
        rows.select("domain_id", facet=pl.lit(facet), value=pl.col(column).cast(pl.String))
        .filter(pl.col("value") != "")
        .unique()
        for facet, rows, column in columns
    )


def prioritised(
    flagged: pl.DataFrame,
    findings: pl.DataFrame,
    mentions: pl.DataFrame,
    *,
    policy: Section,
    now: datetime,
) -> pl.DataFrame:
    """Return `domain_id`, `name` and `priority` (0 to 1) of flagged domains.

    `flagged`: see `Concluded.flagged`; the others: see `Digest`. A domain that no report dates is not new.
    """
    newest = mentions.group_by("domain_id").agg(newest=pl.col("first_seen").max())
    speaks = pl.col("score") >= policy["telling"]
    disagreement = findings.group_by("domain_id").agg(
        disagreement=2 * pl.min_horizontal(speaks.sum(), (~speaks).sum()) / pl.len()
    )
    age_days = (int(now.timestamp()) - pl.col("newest")).clip(0) / DAY_S
    parts = {
        "score": pl.col("score").fill_null(0.0),
        "links": ((pl.col("pages") + 1).log() / pl.lit(policy["many-pages"] + 1).log()).clip(0, 1),
        "newness": pl.lit(0.5).pow(age_days / policy["half-life"]).fill_null(0.0),
        "disagreement": pl.col("disagreement").fill_null(0.0),
    }
    weighed = pl.sum_horizontal(policy[name] * part for name, part in parts.items())
    total = sum(policy[name] for name in parts)
    return (
        flagged.join(disagreement, on="domain_id", how="left")
        .join(newest, on="domain_id", how="left")
        .select("domain_id", "name", priority=(weighed / total).round(6))
    )
