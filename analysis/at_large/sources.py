"""Where the domains of one month, or of one target, come from: too much alike, or too evenly spread.

Source: US 7,974,970 parts the in-links of a page by network, domain, top-level domain, language and the like,
and finds a normalised entropy near 0 or near 1 unnatural. What else is asked here is ours: it must stand out
from the property's other months or targets too, since a shop of one country has its links from one country.
"""

import polars as pl

from analysis.at_large.periods import MONTH

KINDS = {"suffix": "top-level domain", "language": "language", "network": "network"}
"""Columns of claims that part them, and what people call them."""
FEWEST_DOMAINS = 30
"""Domains that a month or a target needs, as in `periods`."""
FEWEST_OTHERS = 6
"""Other months or targets that make a baseline, as in `periods`."""
EACH = 4
"""Domains a part, on average: where nearly every domain is a part of its own, even parts say nothing."""
LEAST_SPREAD = 0.01
"""Standard deviation that a baseline has at the least."""


def odd_sources(claims: pl.DataFrame) -> pl.DataFrame:
    """Return, per backlink of a month or target that stands out most, what about it stands out.

    `source_kind`: one of `KINDS`; `source_among`: `month` or `target`; `source`: the most frequent part;
    `source_domains`: domains counted; `source_entropy`: 0 (all of one part) to 1 (all parts alike);
    `source_oddness`: standard deviations from the mean of the other months or targets. Where the domains are
    too much alike, only those of the most frequent part are told.
    """
    rows = claims.select(
        "backlink_id",
        "domain_id",
        *KINDS,
        target="target_id",
        month=pl.when(pl.col("first_seen") > 0).then(pl.col("first_seen") // MONTH),
    )
    found = [_of_kind(rows, among, kind) for among in ("month", "target") for kind in KINDS]
    return (
        pl.concat(found)
        .sort(pl.col("source_oddness").abs(), descending=True, maintain_order=True)
        .unique("backlink_id", keep="first", maintain_order=True)
    )


def _of_kind(rows: pl.DataFrame, among: str, kind: str) -> pl.DataFrame:
    known = rows.filter(pl.col(kind) != "", pl.col(among).is_not_null())
    parts = known.unique([among, "domain_id"], maintain_order=True).group_by(among, kind).len("domains")
    odd = with_oddness(entropies(parts, among, kind))
    told = known.join(odd, on=among).filter(
        (pl.col("source_oddness") > 0) | (pl.col(kind) == pl.col("source"))
    )
    return told.select(
        "backlink_id",
        "source",
        "source_domains",
        "source_entropy",
        "source_oddness",
        source_kind=pl.lit(KINDS[kind]),
        source_among=pl.lit(among),
    )


def entropies(parts: pl.DataFrame, among: str, kind: str) -> pl.DataFrame:
    """Return the normalised entropy of the parts of each group that is large enough.

    `parts`: `among`, `kind` and `domains`, the number of domains. With one part only it is 0.
    """
    share = pl.col("domains") / pl.col("domains").sum()
    return (
        parts.group_by(among)
        .agg(
            source=pl.col(kind).sort_by(-pl.col("domains").cast(pl.Int64), kind).first(),
            source_domains=pl.col("domains").sum().cast(pl.Int64),
            parts=pl.len(),
            nats=-(share * share.log()).sum(),
        )
        .filter(
            pl.col("source_domains") >= FEWEST_DOMAINS, pl.col("source_domains") >= EACH * pl.col("parts")
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


def with_oddness(groups: pl.DataFrame) -> pl.DataFrame:
    """Add how far each entropy stands from those of the others; nothing is left where these are too few."""
    if groups.height <= FEWEST_OTHERS:
        return groups.clear().with_columns(source_oddness=pl.lit(0.0))
    value, others = pl.col("source_entropy"), groups.height - 1
    mean = (value.sum() - value) / others
    squares = (value**2).sum() - value**2
    spread = ((squares - others * mean**2) / (others - 1)).clip(lower_bound=0.0).sqrt()
    return groups.with_columns(source_oddness=(value - mean) / pl.max_horizontal(spread, LEAST_SPREAD))
