"""Running a crawl from the command line: its settings, its progress, its summary."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from crawler.children.child import loading
from crawler.job import CrawlJob, Progress, Summary
from linkwitness.configuration import Configuration
from linkwitness.display import output, words
from linkwitness.progress import progress
from store.database import open_store
from store.looks.tallies import count

STATES = ("present", "absent", "unknown")


def crawl(
    settings: Configuration,
    property_name: str,
    *,
    page_ids: Sequence[int] | None = None,
    replay: Sequence[Path] = (),
) -> Summary:
    """Visit the property's due pages (or the named ones) and print what came of it."""
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
    _show(summary)
    return summary


def _show(summary: Summary) -> None:
    from analysis.wording import reason_words

    console = output()
    pace = f", {summary.visited / summary.elapsed_s:,.1f} a second" if summary.elapsed_s else ""
    if not (summary.visited or summary.waiting or summary.stopped):
        console.print("no page is due; `linkwitness recrawl` visits pages before their time")
    pages = "page" if summary.visited == 1 else "pages"
    console.print(f"visited {summary.visited:,} {pages} in {summary.elapsed_s:,.0f} s{pace}")
    for state in STATES:
        said = Counter({reason: count for (of, reason), count in summary.counts.items() if of == state})
        parts = " · ".join(f"{reason_words(reason)} {count:,}" for reason, count in said.most_common())
        if parts:
            console.print(f"  {state:<11}{said.total():>9,}  {parts}")
    for message in summary.messages:
        console.print(words(f"  {message}"))
    if summary.stopped:
        console.print("stopped; nothing that was stored is lost")
    if summary.waiting:
        still = "page still waits" if summary.waiting == 1 else "pages still wait"
        console.print(f"  {summary.waiting:,} {still}; `linkwitness crawl` goes on with them")
