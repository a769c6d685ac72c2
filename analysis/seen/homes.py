"""Pages that seem not to be of their host, beside the host's home page: language, words and template."""

import polars as pl

from analysis.seen.words import text_stems

STRANGE = '"(?:other-language|names-no-host)"'
"""Traits of `evidence.page.belonging`, in a JSON list: where the crawl looked at the home page for."""
HOST = r"^https?://([^/]+)"
NAMED_LANGUAGE = r"(?:://|[/?&=_])([a-z]{2})(?:[-_][A-Za-z]{2})?(?:[./&?]|$)"
"""An address that names a language: `/en/`, `?lang=de`, `pl.example.org`, `/pt-br/`."""
HOSTS = ("foreign_link_hosts", "foreign_embed_hosts")
_SEEN = ("language", "title", "template_hash", "vocabulary", "words", *HOSTS)


def beside_homes(
    visits: pl.DataFrame, beside: pl.DataFrame, backlinks: pl.DataFrame, references: pl.DataFrame
) -> pl.DataFrame:
    """Return `Frames.homes`."""
    strange = visits.filter("readable", pl.col("traits").str.contains(STRANGE), ~pl.col("like_home"))
    present = backlinks.select("page_id", "state").filter(pl.col("state") == "present")
    in_comments = (
        references.join(strange, on="page_id", how="semi")
        .group_by("page_id")
        .agg(only_in_comments=(pl.col("place") == "comment").all())
    )
    both = (
        strange.join(present, on="page_id", how="semi")
        .join(_homes(beside), on="host")
        .join(in_comments, on="page_id", how="left")
    )
    own, home = (text_stems(pl.col(name)) for name in ("vocabulary", "home_vocabulary"))
    return both.select(
        "page_id",
        "visit_id",
        "url",
        "title",
        "home_title",
        "language",
        "home_language",
        "home_words",
        "traits",
        strange_hosts=pl.max_horizontal(
            pl.lit(0), *(pl.col(name) - pl.col(f"home_{name}") for name in HOSTS)
        ),
        shared_with_home=own.list.set_intersection(home).list.len() / home.list.len(),
        same_template=pl.col("template_hash") == pl.col("home_template_hash"),
        is_translation=(pl.col("language") == pl.col("url").str.extract(NAMED_LANGUAGE)).fill_null(
            value=False
        ),
        only_in_comments=pl.col("only_in_comments").fill_null(value=False),
    )


def _homes(beside: pl.DataFrame) -> pl.DataFrame:
    """Return the home page of each host as the last visit that read it saw it."""
    return (
        beside.filter(pl.col("purpose") == "home", pl.col("status") == 200, pl.col("error") == "")
        .unique("url", keep="last", maintain_order=True)
        .select(
            pl.col("url").str.extract(HOST).alias("host"),
            *(pl.col(name).alias(f"home_{name}") for name in _SEEN),
        )
        .unique("host", keep="last", maintain_order=True)
    )
