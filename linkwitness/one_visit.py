"""Visiting one page for `inspect`: a whole crawl of one page, in a store that is thrown away afterwards."""

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from analysis.wording import error_words
from crawler.crawl import run_crawl
from crawler.imports.importing import import_pairs
from crawler.job import CrawlJob
from evidence.codec import unpack
from evidence.errors import LinkwitnessError
from evidence.model import PageEvidence
from evidence.property import Property
from linkwitness.configuration import Configuration
from store.crawls.selection import newest_visit
from store.database import Store, open_store
from store.properties import put_property


def visit_once(
    settings: Configuration, url: str, *, property: Property, targets: Sequence[str]
) -> PageEvidence:
    """Visit the page as a crawl would, robots.txt and address check included, and return what it showed.

    Raises:
        LinkwitnessError: the visit brought no page; the message says why.
    """
    with tempfile.TemporaryDirectory(prefix="linkwitness-") as folder:
        store = open_store(f"sqlite:///{folder}/visit.db")
        try:
            with store.write() as session:
                put_property(session, property, now=datetime.now(UTC))
            pairs = [(url, target) for target in targets or ("",)]
            import_pairs(store, property.name, pairs, now=datetime.now(UTC))
            run_crawl(_job(settings, property, Path(folder)))
            return _evidence(store, url)
        finally:
            store.close()


def _job(settings: Configuration, property: Property, folder: Path) -> CrawlJob:
    return CrawlJob(
        store_url=f"sqlite:///{folder}/visit.db",
        property_name=property.name,
        archive=folder,
        contact=settings.contact or f"https://{property.name}/",
        delay_s=settings.delay,
        connect_to=settings.connect_to,
        loads=1,
    )


def _evidence(store: Store, url: str) -> PageEvidence:
    with store.read() as session:
        visit = newest_visit(session)
        if visit is None or visit.evidence is None:
            why = error_words(visit.error) if visit else "nothing was fetched"
            raise LinkwitnessError(f"{url} could not be read: {why}")
        return unpack(visit.evidence)
