"""Gathering what is exported: the conclusions about one property, read once from the store."""

from datetime import datetime

import polars as pl

from analysis.cases.casefile import domain_cases
from analysis.cases.dossier import BACKLINK_COLUMNS, Dossier
from analysis.cases.overview import overview
from analysis.seen.framing import with_claims
from store.database import Store
from store.frames.reading import bulk_reader
from store.frames.spool import spooled
from store.looks.tallies import tallies
from store.looks.totals import flagged_domains
from store.properties import find_property, never_flagged, property_key

PAGES_PER_DOMAIN = 5
"""Pages of a flagged domain whose evidence is quoted in full; the table has all of them."""
OF_PAGE = {
    "page_id": "subject_id",
    "page_verdict": "state",
    "page_score": "score",
    "flagged": "flagged",
    "signals": "signals",
    "verdict_reason": "reason",
}
"""What a page's verdict says of each of its backlinks, and the column of the verdict that says it."""
OF_DOMAIN = {
    "domain_id": "subject_id",
    "domain_verdict": "state",
    "domain_pages": "pages",
    "domain_spam_pages": "spam_pages",
}
TOLD_AS = {
    "reason": "presence_reason",
    "detail": "presence_detail",
    "level": "match_level",
    "title": "reported_title",
    "left": "reported_left",
    "anchor": "reported_anchor",
    "right": "reported_right",
    "type": "reported_type",
}
"""Names in the store, and in the table that people read."""


def dossier(store: Store, property_name: str, *, now: datetime, with_cases: bool = True) -> Dossier:
    """Read everything that is exported; the cases of flagged domains only where they are needed.

    Raises:
        UnknownPropertyError: the store has no such property.
    """
    with store.read() as session:
        known = find_property(session, property_name)
        months = tallies(session, property_name).months
        flagged = flagged_domains(session, property_name, None if with_cases else 0)
    return Dossier(
        property_name=property_name,
        written_at=now,
        protected=never_flagged(known),
        overview=overview(store, property_name),
        flagged=domain_cases(
            store,
            property_name,
            {verdict.subject_id: name for verdict, name in flagged},
            pages=PAGES_PER_DOMAIN,
        ),
        months=months,
        backlinks=_backlinks(store, property_name),
    )


def _backlinks(store: Store, property_name: str) -> pl.DataFrame:
    """Return every backlink of the property with what was claimed, seen, concluded and decided."""
    with bulk_reader(store, property_key(property_name)) as reader:
        with spooled(reader) as spool:
            rows = with_claims(spool.backlinks(0), spool.statements(0))
        pages, domains = reader.verdicts("page"), reader.verdicts("domain")
        reviews = reader.reviews()
    concluded = (
        rows.join(pages.select(**OF_PAGE), on="page_id", how="left")
        .join(domains.select(**OF_DOMAIN), on="domain_id", how="left")
        .join(_decided(reviews, rows), on="page_id", how="left")
    )
    return _told(concluded).rename(TOLD_AS).select(BACKLINK_COLUMNS).sort("page_url", "target_url")


def _told(rows: pl.DataFrame) -> pl.DataFrame:
    """Say of every backlink what is not known of it, and when it was first and last seen."""
    return rows.with_columns(
        pl.col("page_verdict", "domain_verdict").fill_null("undecided"),
        pl.col("review", "review_level", "verdict_reason").fill_null(""),
        pl.col("flagged").fill_null(value=False),
        pl.col("signals", "domain_pages", "domain_spam_pages").fill_null(0),
        presence=pl.when(pl.col("state") == "").then(pl.lit("not visited")).otherwise("state"),
        first_seen=_day("first_seen"),
        last_seen=_day("last_seen"),
    )


def _decided(reviews: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Return people's decisions by page: the page's own, else its domain's; the newest wins."""
    newest = reviews.unique(["subject", "subject_id"], keep="last").select(
        "subject", "subject_id", pl.col("decision").alias("review"), pl.col("level").alias("review_level")
    )
    of_pages = newest.filter(pl.col("subject") == "page").drop("subject").rename({"subject_id": "page_id"})
    of_domains = (
        newest.filter(pl.col("subject") == "domain").drop("subject").rename({"subject_id": "domain_id"})
    )
    inherited = (
        rows.select("page_id", "domain_id").unique().join(of_domains, on="domain_id").drop("domain_id")
    )
    return pl.concat([of_pages, inherited.join(of_pages, on="page_id", how="anti").select(of_pages.columns)])


def _day(name: str) -> pl.Expr:
    return pl.from_epoch(name, time_unit="s").dt.to_string("%Y-%m-%d").fill_null("")
