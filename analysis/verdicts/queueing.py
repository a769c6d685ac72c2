"""In which order a person looks: what is likely spam, links much, is new, and where the signals disagree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from analysis.at_large.crowd import having
from analysis.policy import Section
from analysis.verdicts.campaigns import LOOSE
from analysis.verdicts.concluding import Concluded
from analysis.verdicts.digest import Digest, strongest
from store.conclusions.queueing import replace_queue
from store.database import Store
from store.frames.reading import bulk_reader
from store.looks.tallies import MOST_CAMPAIGNS, Count
from store.properties import property_key

DAY_S = 86_400
OF_KIT = ~pl.col("fingerprint").is_in(LOOSE)
"""Campaigns whose domains are decided together: what made the pages, not who runs the sites."""
NO_MEMBERS = pl.DataFrame(schema={"domain_id": pl.Int64, "fingerprint": pl.String, "campaign_id": pl.Int64})


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What is to be stored of a queue."""

    rows: pl.DataFrame
    facets: pl.DataFrame
    """As `store.conclusions.queueing.replace_queue` wants them."""
    counts: Sequence[Count]
    """How many domains of the queue each campaign has."""


def queue_of(
    concluded: Concluded, campaigns: pl.DataFrame, digest: Digest, *, policy: Section, now: datetime
) -> Queue:
    """Return the queue of a property, from its verdicts and from what stayed of its shards.

    `campaigns`: as in `store.conclusions.judgements.Judgements`.
    """
    flagged = concluded.flagged()
    ours = concluded.domains.select("page_id", "domain_id").join(flagged, on="domain_id", how="semi")
    named = campaigns.select("group", "fingerprint", campaign_id="id")
    members = concluded.campaigns.members.join(ours, on="page_id").join(named, on="group")
    rows, facets = _rows(concluded, digest, members, policy=policy, now=now)
    rows = folded(rows, flagged, members.filter(OF_KIT))
    return Queue(rows=rows, facets=facets, counts=campaign_counts(rows, members))


def rewrite_queue(
    store: Store,
    property_name: str,
    concluded: Concluded,
    digest: Digest,
    *,
    pages: pl.DataFrame,
    policy: Section,
    now: datetime,
) -> list[Count]:
    """Correct the stored queue where some domains were judged again; count the campaigns in it.

    `pages`: all pages of the property, as `crowd.Hearsay.pages`.
    """
    owner = property_key(property_name)
    judged = concluded.domains.select("domain_id").unique()
    with bulk_reader(store, owner) as reader:
        before, campaigns = reader.queue(), reader.campaigns()
    others = before.join(judged, on="domain_id", how="anti")
    waiting = pl.concat(rows.select("domain_id") for rows in (others, concluded.flagged()))
    ours = pages.join(waiting, on="domain_id", how="semi")
    members = _members(ours, campaigns)
    queue, facets = _rows(concluded, digest, members, policy=policy, now=now)
    whole = pl.concat([others.select(queue.columns), queue])
    after = folded(whole, ours.group_by("domain_id").agg(pages=pl.len()), members.filter(OF_KIT))
    new = after.join(judged, on="domain_id", how="semi")
    moved = after.join(judged, on="domain_id", how="anti").join(before, on=after.columns, how="anti")
    replace_queue(store, owner, pl.concat([new, moved]), facets, judged)
    return campaign_counts(whole, members)


def _members(pages: pl.DataFrame, campaigns: pl.DataFrame) -> pl.DataFrame:
    """Return `domain_id`, `fingerprint` and `campaign_id` of each page of a campaign; see `crowd.Hearsay`."""
    found = [
        having(pages, name)
        .join(known.select("value", "fingerprint", campaign_id="id"), on="value")
        .select("domain_id", "fingerprint", "campaign_id")
        for (name,), known in campaigns.partition_by("fingerprint", as_dict=True).items()
    ]
    return pl.concat([NO_MEMBERS, *found])


def campaign_counts(queue: pl.DataFrame, members: pl.DataFrame) -> list[Count]:
    """Return how many domains of the queue each campaign has, with the first by name; most first."""
    named = queue.select("domain_id", "name")
    counts = (
        members.select("domain_id", "campaign_id")
        .unique()
        .join(named, on="domain_id")
        .group_by(key=pl.col("campaign_id").cast(pl.String))
        .agg(pl.col("name").min(), number=pl.len())
        .sort("number", "key", descending=[True, False])
        .head(MOST_CAMPAIGNS)
    )
    return [("campaign", *row) for row in counts.iter_rows()]


def _rows(
    concluded: Concluded, digest: Digest, members: pl.DataFrame, *, policy: Section, now: datetime
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows of the queue that a person finds the judged domains in, unfolded, and their facets.

    `members`: `domain_id`, `fingerprint` and `campaign_id` of the pages of campaigns, of these and others.
    """
    flagged = concluded.flagged()
    ours = flagged.select("domain_id")
    belonging = members.join(ours, on="domain_id", how="semi")
    findings = pl.concat([digest.strongest, strongest(concluded.together)])
    findings = findings.join(ours, on="domain_id", how="semi")
    mentions = digest.mentions.join(ours, on="domain_id", how="semi")
    languages = digest.languages.join(ours, on="domain_id", how="semi")
    queue = prioritised(flagged, findings, mentions, policy=policy, now=now)
    told = queue.join(flagged.select("domain_id", "state"), on="domain_id").join(
        telling(findings, policy["telling"]), on="domain_id", how="left"
    )
    return (
        told.with_columns(pl.col("first_signal", "second_signal").fill_null("")),
        facets_of(flagged, findings, mentions, languages, belonging),
    )


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
    """Return `facet`, `value` and `domain_id`, in this order: what each domain can be found by."""
    return pl.concat(
        [
            _facet("campaign", campaigns, "campaign_id"),
            _facet("language", languages, "language"),
            _facet("report", mentions, "report_id"),
            _facet("signal", findings, "signal"),
            _facet("state", mentions, "state"),
            _facet("verdict", flagged, "state"),
        ]
    )


def _facet(facet: str, rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """Return one facet, sorted; numbers stand for its few values in their order, which are sorted sooner."""
    found = rows.select("domain_id", key=column).unique()
    values = found.select(pl.col("key").unique()).select("key", value=pl.col("key").cast(pl.String))
    places = values.filter(pl.col("value") != "").sort("value").with_row_index("place")
    placed = found.join(places, on="key").sort("place", "domain_id")
    return placed.select("value", "domain_id", facet=pl.lit(facet)).select("facet", "value", "domain_id")


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
