"""Learning from the store: the findings, verdicts and reviews of one property."""

import polars as pl

from analysis.model.learning import Learned, decisions, learn
from store.database import Store
from store.frames.reading import bulk_reader
from store.frames.spool import spooled
from store.properties import property_key


def lesson(store: Store, property_name: str) -> Learned:
    """Fit a model on the reviews of a property, over the findings of its last analysis.

    A campaign is a template: pages of one template are near copies. A page that nobody read is its own.

    Raises:
        TooFewReviewsError: the reviews cannot carry a model.
    """
    with bulk_reader(store, property_key(property_name)) as reader:
        with spooled(reader) as spool:
            pages = spool.backlinks(0).select("page_id", "domain_id", "domain").unique("page_id")
            templates = spool.looks(0).select("page_id", campaign="template_hash")
        findings = reader.findings()
        verdicts = reader.verdicts("page").select("state", page_id="subject_id")
        reviews = reader.reviews()
    own = pl.col("page_id").cast(pl.String)
    grouped = pages.join(templates, on="page_id", how="left").with_columns(
        campaign=pl.when(pl.col("campaign").fill_null("") != "").then("campaign").otherwise(own)
    )
    return learn(findings, decisions(reviews, grouped), verdicts)
