"""From findings to verdicts: the median of the signals that had evidence, and two thresholds.

The field describes a median over several factors that either devalues a link or raises a flag for a person
(SEO by the Sea on automated spam detection). A decisive finding lifts a page over the line and is named as
the reason; one that closes the case (a dead page) ends it; fewer signals than `at_least` decide nothing.
"""

from dataclasses import dataclass

import polars as pl

from analysis.policy import Section
from analysis.signal import Signal

SPAM, SUSPICIOUS, BENIGN, UNDECIDED = "spam", "suspicious", "benign", "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What the machine concludes, as frames for `store.conclusions.judgements`."""

    pages: pl.DataFrame
    domains: pl.DataFrame


def fuse(
    findings: pl.DataFrame,
    pages: pl.DataFrame,
    *,
    signals: tuple[Signal, ...],
    policy: Section,
    exempt: frozenset[str] = frozenset(),
) -> Verdicts:
    """Judge every page and every domain.

    `findings` has the columns of `analysis.signal.FINDING` and `signal`. `pages` has one row per page:
    `page_id`, `domain_id`, `domain`, `readable` (a visit read it whole), `failed` (a visit was tried and said
    nothing). Domains in `exempt` (own and trusted ones) are never flagged.
    """
    per_page = _per_page(findings, signals, policy)
    judged = pages.join(per_page, on="page_id", how="left").with_columns(
        pl.col("signals").fill_null(0), exempt=pl.col("domain").is_in(sorted(exempt))
    )
    judged = judged.with_columns(rule=_rule(policy)).with_columns(
        state=pl.col("rule").replace_strict(_STATES, return_dtype=pl.String),
        flagged=pl.col("rule").is_in(_FLAGGED),
        score=pl.when(pl.col("rule") == "decisive")
        .then(pl.max_horizontal("score", pl.lit(policy["auto"])))
        .otherwise("score"),
        reason=_reason(policy),
    )
    return Verdicts(pages=_page_rows(judged), domains=_domain_rows(judged, policy))


def _per_page(findings: pl.DataFrame, signals: tuple[Signal, ...], policy: Section) -> pl.DataFrame:
    """Take the findings of each page together; those of the crowd count where its own are too few."""
    closing = [signal.id for signal in signals if signal.closes]
    of_crowd = pl.col("signal").is_in([signal.id for signal in signals if signal.of_crowd])
    own = (~of_crowd).sum().over("page_id")
    per_signal = findings.group_by("page_id", "signal").agg(
        pl.col("score").mean(), pl.col("decisive").any(), pl.col("sentence").sort_by("score").last()
    )
    per_signal = per_signal.filter(~of_crowd | (own < policy["at_least"])).sort("page_id", "signal")
    return per_signal.group_by("page_id").agg(
        score=pl.col("score").median(),
        signals=pl.len(),
        strongest=pl.col("score").max(),
        closed=pl.col("sentence").filter(pl.col("signal").is_in(closing)).first(),
        decisive=pl.col("sentence").filter("decisive").first(),
        strong=pl.col("sentence").sort_by("score").last(),
    )


_STATES = {
    "exempt": UNDECIDED,
    "closed": UNDECIDED,
    "failed": UNDECIDED,
    "failed-strong": UNDECIDED,
    "decisive": SPAM,
    "thin": UNDECIDED,
    "thin-strong": UNDECIDED,
    "auto": SPAM,
    "review": SUSPICIOUS,
    "dissent": SUSPICIOUS,
    "benign": BENIGN,
}
"""The rule that decided, and the state it gives."""
_FLAGGED = ("failed-strong", "decisive", "thin-strong", "auto", "review", "dissent")


def _rule(policy: Section) -> pl.Expr:
    """Return the first rule that holds."""
    strong = pl.col("strongest").fill_null(0.0) >= policy["strong"]
    return (
        pl.when("exempt")
        .then(pl.lit("exempt"))
        .when(pl.col("closed").is_not_null())
        .then(pl.lit("closed"))
        .when(pl.col("failed") & strong)
        .then(pl.lit("failed-strong"))
        .when("failed")
        .then(pl.lit("failed"))
        .when(pl.col("decisive").is_not_null())
        .then(pl.lit("decisive"))
        .when((pl.col("signals") < policy["at_least"]) & strong)
        .then(pl.lit("thin-strong"))
        .when(pl.col("signals") < policy["at_least"])
        .then(pl.lit("thin"))
        .when((pl.col("score") >= policy["auto"]) & pl.col("readable"))
        .then(pl.lit("auto"))
        .when(pl.col("score") >= policy["review"])
        .then(pl.lit("review"))
        .when(strong)
        .then(pl.lit("dissent"))
        .otherwise(pl.lit("benign"))
    )


def _reason(policy: Section) -> pl.Expr:
    """Say in one sentence why the state is what it is."""
    count = pl.col("signals").cast(pl.String)
    score = pl.col("score").round(2).cast(pl.String)
    median = pl.format("The median of {} signals is {}", count, score)
    sentences = {
        "exempt": pl.lit("The domain is your own, a sister site or one you trust."),
        "closed": pl.col("closed"),
        "failed": pl.lit("No visit could read the page; that says nothing about it."),
        "failed-strong": pl.format("No visit could read the page, but the report shows: {}", "strong"),
        "decisive": pl.format("Decided by one finding: {}", "decisive"),
        "thin": pl.when(pl.col("signals") == 1)
        .then(pl.lit("One signal had evidence, too few to judge."))
        .otherwise(pl.format("{} signals had evidence, too few to judge.", count)),
        "thin-strong": pl.format("Too few signals to judge ({}), but: {}", count, "strong"),
        "auto": pl.format(f"{{}}, at or above {policy['auto']}: {{}}", median, "strong"),
        "review": pl.format(f"{{}}, at or above {policy['review']}: {{}}", median, "strong"),
        "dissent": pl.format("{}, but one finding is strong: {}", median, "strong"),
        "benign": pl.format(f"{{}}, below {policy['review']}.", median),
    }
    return pl.coalesce(
        *(pl.when(pl.col("rule") == rule).then(sentence) for rule, sentence in sentences.items()), pl.lit("")
    )


def _page_rows(judged: pl.DataFrame) -> pl.DataFrame:
    return judged.select(
        pl.lit("page").alias("subject"),
        pl.col("page_id").alias("subject_id"),
        "state",
        "score",
        "flagged",
        pl.col("signals").cast(pl.Int64),
        pl.lit(1, pl.Int64).alias("pages"),
        (pl.col("state") == SPAM).cast(pl.Int64).alias("spam_pages"),
        "reason",
    )


def _domain_rows(judged: pl.DataFrame, policy: Section) -> pl.DataFrame:
    """A domain is spam when that share of its judged pages is; benign when pages are and none is not."""
    spam, known = pl.col("spam_pages"), pl.col("judged_pages")
    by_domain = judged.group_by("domain_id").agg(
        pages=pl.len().cast(pl.Int64),
        spam_pages=(pl.col("state") == SPAM).sum().cast(pl.Int64),
        suspicious=(pl.col("state") == SUSPICIOUS).sum(),
        judged_pages=(pl.col("state") != UNDECIDED).sum(),
        flagged=pl.col("flagged").any(),
        signals=pl.col("signals").max().cast(pl.Int64),
        score=pl.col("score").filter(pl.col("state") != UNDECIDED).mean(),
        why=pl.col("reason").sort_by(pl.col("flagged"), pl.col("score").fill_null(0.0)).last(),
    )
    return by_domain.select(
        pl.lit("domain").alias("subject"),
        pl.col("domain_id").alias("subject_id"),
        pl.when((spam > 0) & (spam >= policy["domain-share"] * known))
        .then(pl.lit(SPAM))
        .when((spam > 0) | (pl.col("suspicious") > 0))
        .then(pl.lit(SUSPICIOUS))
        .when(known > 0)
        .then(pl.lit(BENIGN))
        .otherwise(pl.lit(UNDECIDED))
        .alias("state"),
        "score",
        "flagged",
        "signals",
        "pages",
        "spam_pages",
        pl.when(pl.col("pages") == 1)
        .then("why")
        .otherwise(
            pl.format(
                "{} of {} pages are spam, {} could be judged. {}",
                *(_grouped(number) for number in (spam, pl.col("pages"), known)),
                "why",
            )
        )
        .alias("reason"),
    )


def _grouped(number: pl.Expr) -> pl.Expr:
    """Write a number with commas between its thousands, as every other number is shown."""
    text = number.cast(pl.String)
    thousands = pl.when(number >= 1_000).then(text.str.replace(r"(\d{3})$", ",${1}")).otherwise(text)
    millions = thousands.str.replace(r"(\d{3},\d{3})$", ",${1}")
    return pl.when(number >= 1_000_000).then(millions).otherwise(thousands)
