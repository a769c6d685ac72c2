"""All facts that need every backlink at once, as one frame by backlink."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial, reduce

import polars as pl

from analysis.at_large.anchors import anchor_shares
from analysis.at_large.authorities import authorities
from analysis.at_large.contexts import contexts
from analysis.at_large.groups import SCHEMA as OF_GROUPS
from analysis.at_large.growth import PROPERTY, surges
from analysis.at_large.lifetimes import churns, cohorts, property_churn
from analysis.at_large.periods import odd_months
from analysis.at_large.sites import sitewide
from analysis.at_large.sources import odd_sources
from analysis.policy import Policy

CLAIM = (
    "backlink_id",
    "page_id",
    "domain_id",
    "target_id",
    "anchor",
    "left",
    "right",
    "first_seen",
    "lost",
    "language",
    "suffix",
    "network",
)
"""The columns of claims: `suffix` is the public suffix of the domain, `network` that of the last visit."""
PROCESSORS = 2
"""Counts that are made at a time."""
SCHEMA = {
    "surge": pl.Float64,
    "unbelieved": pl.Float64,
    "anchor_domains": pl.Int64,
    "anchor_share": pl.Float64,
    "target_domains": pl.Int64,
    "anchor_entropy": pl.Float64,
    "entropy_oddness": pl.Float64,
    "source_kind": pl.String,
    "source_among": pl.String,
    "source": pl.String,
    "source_domains": pl.Int64,
    "source_entropy": pl.Float64,
    "source_oddness": pl.Float64,
    "context": pl.String,
    "context_domains": pl.Int64,
    "linking_domains": pl.Int64,
    "context_surge": pl.Float64,
    "cohort_domains": pl.Int64,
    "cohort_lost": pl.Float64,
    "growth": pl.Float64,
    "death": pl.Float64,
    "before": pl.Int64,
    "site_pages": pl.Int64,
}
"""The facts' columns; what they mean stands where they are made."""
RARE = {
    "property_surge": pl.Float64,
    "property_unbelieved": pl.Float64,
    "property_growth": pl.Float64,
    "property_death": pl.Float64,
    "property_before": pl.Int64,
    **OF_GROUPS,
}
"""Columns of facts that few backlinks have: kept by themselves, they take no memory for the others."""
GROWTH = (
    "surge",
    "unbelieved",
    "property_surge",
    "property_unbelieved",
    "group_surging",
    "group_surge",
    "group_unbelieved",
    "context_surge",
    "anchor_entropy",
    "entropy_oddness",
    "source_oddness",
)
"""Facts that are not held against links of authorities (`analysis.at_large.authorities`)."""


def facts_at_large(
    claims: pl.DataFrame,
    *,
    brands: tuple[str, ...],
    rules: Policy,
    wanted: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Return `backlink_id` and the columns of `SCHEMA`, null where there is nothing to say.

    `claims`: one row per backlink with the columns of `CLAIM`, all but the keys from the newest statement;
    moments are seconds since 1970 or null. `wanted`: those of them whose facts are asked for, if not all;
    every backlink of their domains.
    """
    told = claims if wanted is None else wanted
    linking = claims if wanted is None else claims.join(wanted, on="target_id", how="semi")
    counters: tuple[Callable[[], pl.DataFrame], ...] = (
        partial(odd_sources, claims, wanted, policy=rules["odd-sources"]),
        partial(surges, linking, wanted, policy=rules["link-surge"]),
        partial(churns, claims, wanted, days=rules["link-churn"]["days"]),
        partial(odd_months, claims, wanted, policy=rules["odd-anchors"]),
        partial(anchor_shares, linking, brands=brands, fewest=rules["anchor-concentration"]["domains"]),
        partial(contexts, claims, wanted, rules=rules),
        partial(cohorts, claims, wanted, days=rules["short-lived-links"]["days"]),
        partial(sitewide, told),
        partial(authorities, told, after=rules["link-surge"]["acquaintance"]),
    )
    with ThreadPoolExecutor(PROCESSORS) as pool:
        *tables, known = pool.map(lambda count: _of(count(), wanted), counters)
    found = reduce(_beside, tables, told.select("backlink_id"))
    return _exempt(found, known).select(
        "backlink_id", *(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
    )


def _exempt(facts: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Take away what is not held against links of authorities, `known` by `backlink_id`."""
    growth = [name for name in GROWTH if name in facts.columns]
    return facts.with_columns(
        pl.when(~pl.col("backlink_id").is_in(known["backlink_id"].implode())).then(pl.col(*growth))
    )


def rare_facts(
    claims: pl.DataFrame, lives: pl.DataFrame, *, rules: Policy, wanted: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Return `backlink_id` and the columns of `RARE`, of backlinks of which any of them says something.

    `lives`: as `groups.lives_of_groups` tells them of the pages whose facts are asked for; else as
    `facts_at_large`.
    """
    told = claims if wanted is None else wanted
    of_pages = told.select("backlink_id", "page_id").join(lives, on="page_id").drop("page_id")
    found = _of_property(claims, wanted, rules=rules).join(
        of_pages, on="backlink_id", how="full", coalesce=True
    )
    known = authorities(told, after=rules["link-surge"]["acquaintance"])
    return _exempt(found, known).select(
        "backlink_id", *(pl.col(name).cast(kind) for name, kind in RARE.items())
    )


def _of_property(claims: pl.DataFrame, wanted: pl.DataFrame | None, *, rules: Policy) -> pl.DataFrame:
    """Return `backlink_id` and what `growth.surges` and `lifetimes.property_churn` say of the property."""
    surge = surges(claims, wanted, policy=rules["link-surge"], series=PROPERTY)
    moved = property_churn(claims, wanted, days=rules["link-churn"]["days"])
    both = surge.join(moved, on="backlink_id", how="full", coalesce=True)
    return both.rename(lambda name: name if name == "backlink_id" else f"property_{name}")


def _beside(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    return left.join(right, on="backlink_id", how="left")


def _of(table: pl.DataFrame, wanted: pl.DataFrame | None) -> pl.DataFrame:
    return table if wanted is None else table.join(wanted, on="backlink_id", how="semi")
