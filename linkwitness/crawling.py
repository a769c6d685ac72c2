"""Running a crawl from the command line: its settings, its progress."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from crawler.children.child import loading
from crawler.job import CrawlJob, Progress, Summary
from linkwitness.configuration import Configuration
from linkwitness.progress import progress
from store.database import open_store
from store.looks.tallies import count


def crawl(
    settings: Configuration,
    property_name: str,
    *,
    page_ids: Sequence[int] | None = None,
    replay: Sequence[Path] = (),
) -> Summary:
    """Visit the property's due pages (or the named ones) and return what came of it."""
    with loading():
        from crawler.crawl import run_crawl

    job = CrawlJob(
        store_url=settings.store_url,
        property_name=property_name,
        archive=settings.archive,
        contact=settings.contact or f"https://{property_name}/",
        delay_s=settings.delay,
        loads=settings.loads,
        connect_to=settings.connect_to,
        page_ids=tuple(page_ids) if page_ids is not None else None,
        replay=tuple(replay),
        own_targets=page_ids is None,
    )
    with progress("visiting pages", unit="pages") as bar:
        seen = 0

        def on_progress(at: Progress) -> None:
            nonlocal seen
            bar(at.visited - seen, total=at.due, note=at.url)
            seen = at.visited

        summary = run_crawl(job, on_progress=on_progress)
    store = open_store(settings.store_url)
    try:
        count(store, property_name, now=datetime.now(UTC))
    finally:
        store.close()
    return summary
