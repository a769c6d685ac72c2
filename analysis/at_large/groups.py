"""How groups of pages with one fingerprint live: whether they came in a surge, and came and went together.

Source: the growth and death rates of Shen et al. (ICDM 2006) and the velocity of US 7,346,839, asked of each
group of pages instead of each target. Pages on hacked hosts are filled by one kit at once and cleaned up at
once, whichever of our targets they name.
"""

import polars as pl

from analysis.at_large.growth import NORMAL, WEEK, surging
from analysis.at_large.lifetimes import born_together, died_soon, rates
from analysis.policy import Policy, Section

SCHEMA = {
    "group_surging": pl.String,
    "group_surge": pl.Float64,
    "group_unbelieved": pl.Float64,
    "group_dying": pl.String,
    "group_born": pl.Int64,
    "group_lost": pl.Float64,
    "group_churning": pl.String,
    "group_growth": pl.Float64,
    "group_death": pl.Float64,
    "group_before": pl.Int64,
}
"""What is told of a page; what the columns mean stands at `lives_of_groups`."""
NAME = pl.format("{}: {}", "fingerprint", "value")
"""What a group is called."""


def lifespans(claims: pl.DataFrame) -> pl.DataFrame:
    """Return `page_id`, `born` and `gone` of pages: their first link, and the last where all are lost.

    `claims`: `page_id`, `first_seen`, `lost`, seconds since 1970 or null. A page without dates is left out.
    """
    dated = claims.filter(pl.col("first_seen") > 0)
    return dated.group_by("page_id").agg(
        born=pl.col("first_seen").min(),
        gone=pl.when(pl.col("lost").is_not_null().all()).then(pl.col("lost").max()),
    )


def lives_of_groups(
    groups: pl.DataFrame, members: pl.DataFrame, pages: pl.DataFrame, *, rules: Policy, today: int
) -> pl.DataFrame:
    """Return `page_id` and the columns of `SCHEMA`, null where there is nothing to say.

    Of the groups that a page belongs to, each three columns and the name before them tell of the one that
    stands out most: `group_surge` and `group_unbelieved` as `growth.surging` says them of the week in which
    the page came; `group_born` and `group_lost` as `lifetimes.born_together` does of a page that was soon
    lost; `group_growth`, `group_death` and `group_before` as `lifetimes.rates` does. Only groups that are
    large enough for the signals are asked.

    `groups`, `members`: as in `analysis.at_large.crowd.Crowd`; `pages`: `page_id`, `born`, `gone`;
    `today`: the last date in the reports, seconds since 1970.
    """
    surge, soon, restless = (rules[name] for name in ("link-surge", "short-lived-links", "link-churn"))
    fewest = min(surge["surge"] * NORMAL, soon["domains"], restless["domains"])
    number = pl.col("group").cast(pl.Int64)
    large = groups.filter(pl.col("domains") >= fewest).select(number.alias("series"), name=NAME)
    lives = (
        members.select("page_id", "domain_id", number.alias("series"))
        .join(large, on="series", how="semi")
        .join(pages.drop_nulls("born"), on="page_id")
        .with_columns(week=pl.col("born") // WEEK)
    )
    told = (
        _surges(lives, large, surge),
        _cohorts(lives, large, soon),
        _churns(lives, large, restless, today=today),
    )
    return (
        pl.concat([pl.DataFrame(schema={"page_id": pl.Int64, **SCHEMA}), *told], how="diagonal")
        .group_by("page_id")
        .agg(pl.col(*SCHEMA).drop_nulls().first())
    )


def _surges(lives: pl.DataFrame, names: pl.DataFrame, policy: Section) -> pl.DataFrame:
    table = surging(lives, policy)
    return _foremost(lives.join(table, on=["series", "week"]), names, by=pl.col("surge")).select(
        "page_id", group_surging="name", group_surge="surge", group_unbelieved="unbelieved"
    )


def _cohorts(lives: pl.DataFrame, names: pl.DataFrame, policy: Section) -> pl.DataFrame:
    mortal = lives.with_columns(died=died_soon(pl.col("born"), pl.col("gone"), policy["days"]))
    told = mortal.filter("died")
    weeks = born_together(mortal.join(told, on=["series", "week"], how="semi"))
    large = told.join(weeks.filter(pl.col("cohort_domains") >= policy["domains"]), on=["series", "week"])
    return _foremost(large, names, by=pl.col("cohort_lost")).select(
        "page_id", group_dying="name", group_born="cohort_domains", group_lost="cohort_lost"
    )


def _churns(lives: pl.DataFrame, names: pl.DataFrame, policy: Section, *, today: int) -> pl.DataFrame:
    mortal = lives.join(lives.drop_nulls("gone"), on="series", how="semi")
    rated = rates(mortal, today=today, days=policy["days"])
    rated = rated.filter(pl.col("before") >= policy["domains"], pl.col("death") > 0)
    slower = pl.min_horizontal("growth", "death")
    return _foremost(mortal.join(rated, on="series"), names, by=slower).select(
        "page_id",
        group_churning="name",
        group_growth="growth",
        group_death="death",
        group_before="before",
    )


def _foremost(rows: pl.DataFrame, names: pl.DataFrame, *, by: pl.Expr) -> pl.DataFrame:
    """Return one row a page, of the group that is highest `by` something, with its `name`."""
    ranked = rows.join(names, on="series").with_columns(rank=by)
    return ranked.sort("rank", "name", descending=[True, False]).unique(
        "page_id", keep="first", maintain_order=True
    )
