"""Where the domains of one month, or of one target, come from: too much alike, or too evenly spread.

Source: US 7,974,970 parts the in-links of a page by network, domain, top-level domain, language and the like,
and finds a normalised entropy near 0 or near 1 unnatural. What else is asked here is ours: it must stand out
from the property's other months or targets too, since a shop of one country has its links from one country.
"""

from collections.abc import Iterator

import polars as pl

from analysis.at_large.periods import MONTH
from analysis.policy import Section

KINDS = {"suffix": "top-level domain", "language": "language", "network": "network"}
"""Columns of claims that part them, and what people call them."""
LEAST_SPREAD = 0.01
"""Standard deviation that a baseline has at the least."""


def odd_sources(claims: pl.DataFrame, wanted: pl.DataFrame | None = None, *, policy: Section) -> pl.DataFrame:
    """Return, per backlink of a month or target that stands out most, what about it stands out.

    `source_kind`: one of `KINDS`; `source_among`: `month` or `target`; `source`: the most frequent part;
    `source_domains`: domains counted; `source_entropy`: 0 (all of one part) to 1 (all parts alike);
    `source_oddness`: standard deviations from the mean of the other months or targets. Where the domains are
    too much alike, only those of the most frequent part are told. `policy`: of `odd-sources`.
    """
    told = _placed(claims if wanted is None else wanted)
    rows = _numbered(_placed(claims))
    found = [found for among in ("month", "target") for found in _odd_among(rows, told, among, policy)]
    return (
        pl.concat(found)
        .sort(pl.col("source_oddness").abs(), descending=True, maintain_order=True)
        .unique("backlink_id", keep="first", maintain_order=True)
    )


def _placed(claims: pl.DataFrame) -> pl.DataFrame:
    return claims.select(
        "backlink_id",
        "domain_id",
        *(pl.when(pl.col(kind) != "").then(kind).alias(kind) for kind in KINDS),
        target="target_id",
        month=pl.when(pl.col("first_seen") > 0).then(pl.col("first_seen") // MONTH),
    )


def _numbered(rows: pl.DataFrame) -> pl.DataFrame:
    """Let numbers in the order of the alphabet stand for parts: these are compared in a third of the time."""
    names = {kind: rows[kind].drop_nulls().unique().sort() for kind in KINDS}
    return rows.with_columns(pl.col(kind).cast(pl.Enum(known)) for kind, known in names.items())


def _odd_among(rows: pl.DataFrame, told: pl.DataFrame, among: str, policy: Section) -> Iterator[pl.DataFrame]:
    """Part the domains of each month or target in every way; one of two parts is of the first."""
    domains = rows.drop_nulls(among).group_by(among, "domain_id").agg(pl.col(*KINDS).min())
    for kind, name in KINDS.items():
        parts = domains.drop_nulls(kind).group_by(among, kind).len("domains")
        compared = with_oddness(entropies(parts, among, kind, policy), others=policy["others"])
        odd = compared.filter(pl.col("source_oddness").abs() >= policy["deviations"])
        alike = (pl.col("source_oddness") > 0) | (pl.col(kind) == pl.col("source"))
        yield (
            told.drop_nulls([among, kind])
            .join(odd, on=among)
            .filter(alike)
            .select(
                "backlink_id",
                "source",
                "source_domains",
                "source_entropy",
                "source_oddness",
                source_kind=pl.lit(name),
                source_among=pl.lit(among),
            )
        )


def entropies(parts: pl.DataFrame, among: str, kind: str, policy: Section) -> pl.DataFrame:
    """Return the normalised entropy of the parts of each group that is large enough.

    `parts`: `among`, `kind` and `domains`, the number of domains. With one part only it is 0.
    """
    share = pl.col("domains") / pl.col("domains").sum()
    return (
        parts.group_by(among)
        .agg(
            source=pl.col(kind).sort_by(-pl.col("domains").cast(pl.Int64), kind).first().cast(pl.String),
            source_domains=pl.col("domains").sum().cast(pl.Int64),
            parts=pl.len(),
            nats=-(share * share.log()).sum(),
        )
        .filter(
            pl.col("source_domains") >= policy["domains"],
            pl.col("source_domains") >= policy["each"] * pl.col("parts"),
        )
        .select(
            among,
            "source",
            "source_domains",
            source_entropy=pl.when(pl.col("parts") > 1)
            .then(pl.col("nats") / pl.col("parts").log())
            .otherwise(0.0),
        )
        .sort(among)
    )


def with_oddness(groups: pl.DataFrame, *, others: float) -> pl.DataFrame:
    """Add how far each entropy stands from the rest; nothing is left where there are less than `others`."""
    if groups.height <= others:
        return groups.clear().with_columns(source_oddness=pl.lit(0.0))
    value, rest = pl.col("source_entropy"), groups.height - 1
    mean = (value.sum() - value) / rest
    squares = (value**2).sum() - value**2
    spread = ((squares - rest * mean**2) / (rest - 1)).clip(lower_bound=0.0).sqrt()
    return groups.with_columns(source_oddness=(value - mean) / pl.max_horizontal(spread, LEAST_SPREAD))
