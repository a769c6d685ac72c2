"""Links that stand on every page of a site."""

import polars as pl


def sitewide(claims: pl.DataFrame) -> pl.DataFrame:
    """Return `backlink_id`, `site_pages`: pages of the domain that link the target by the same anchor."""
    return claims.select(
        "backlink_id", site_pages=pl.col("page_id").n_unique().over("domain_id", "target_id", "anchor")
    )
