"""What only the whole shows: marks that the addresses of many unrelated domains share."""

from dataclasses import dataclass

import polars as pl

MARKS = (
    # a lone letter behind the keyword: /season-ski-pass-k.html (doorways on hacked hosts, real 2026 export)
    ("lone letter", r"[-_]([a-z])\.(?:html?|php)$"),
    # a one-letter parameter with a long number at the root: /?a=273825312 (hacked shops, same export)
    ("numbered root", r"^https?://[^/]+/\?([a-z])=\d{8,}$"),
    # numbered folders of a generator: /pre-3/kw.html, /dwn-2/kw.html (field guide 1.2)
    ("numbered folder", r"/(pre|dwn)-\d+/[^/]+\.html$"),
)
"""Shapes that content systems do not give to addresses; the captured part belongs to the mark."""
UNCAPTURED = ("numbered root",)
"""Marks whose captured letter differs from host to host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Counts over all backlinks of a property."""

    marks: pl.DataFrame
    """`mark` and `mark_domains`, the number of registrable domains whose addresses carry it."""


def crowd_of(pages: pl.DataFrame) -> Crowd:
    """Count. `pages` has `page_url` and `domain_id`."""
    marked = pages.with_columns(mark=address_mark(pl.col("page_url"))).filter(pl.col("mark").is_not_null())
    return Crowd(marks=marked.group_by("mark").agg(mark_domains=pl.col("domain_id").n_unique()))


def address_mark(url: pl.Expr) -> pl.Expr:
    """Return the name of the mark that an address carries, with what it captured; null for none."""
    marks = []
    for name, pattern in MARKS:
        captured = url.str.extract(pattern)
        shown = pl.lit(name) if name in UNCAPTURED else pl.format("{} {}", pl.lit(name), captured)
        marks.append(pl.when(captured.is_not_null()).then(shown))
    return pl.coalesce(marks)
