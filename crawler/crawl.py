"""Running a crawl in this process, from a job to its summary.

Twisted's reactor runs once in a process, so a process crawls once.
"""

import asyncio
import signal
from collections.abc import Callable

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler import settings
from crawler.archive.replay import ReplayIndex
from crawler.children.child import prepare
from crawler.job import CrawlJob, Progress, Summary
from crawler.spiders.referring_pages import ReferringPagesSpider
from store.database import open_store
from store.properties import find_property

CACHE_MIB = 16
"""Of the store: a crawl reads it at random, and needs its memory for what servers send (invariant G1)."""


def run_crawl(job: CrawlJob, *, on_progress: Callable[[Progress], None] | None = None) -> Summary:
    """Visit every page the job names, store what was seen, and sum it up.

    The first SIGINT or SIGTERM ends the crawl cleanly: what is in flight finishes or stays due.

    Raises:
        LinkwitnessError: the store, the property or a file to replay cannot be used.
    """
    prepare()
    store = open_store(job.store_url, cache_mib=CACHE_MIB)
    try:
        with store.read() as session:
            property = find_property(session, job.property_name).property
        replayed = ReplayIndex(job.replay, archive=job.archive) if job.replay else None
        process = AsyncCrawlerProcess(scrapy_settings(job))
        crawler = process.create_crawler(ReferringPagesSpider)
        process.crawl(
            crawler, job=job, store=store, property=property, on_progress=on_progress, replayed=replayed
        )
        loop = asyncio.get_event_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, _stop, crawler)
        process.start(install_signal_handlers=False)
        return _outcome(crawler)
    finally:
        store.close()


def _stop(crawler: Crawler) -> None:
    assert isinstance(crawler.spider, ReferringPagesSpider)
    crawler.spider.stop()


def _outcome(crawler: Crawler) -> Summary:
    spider = crawler.spider
    assert isinstance(spider, ReferringPagesSpider)
    if spider.failure is not None:
        raise spider.failure
    assert spider.summary is not None
    return spider.summary


def scrapy_settings(job: CrawlJob) -> Settings:
    """Return the project's settings with what one job changes."""
    found = Settings()
    found.setmodule(settings, priority="project")
    found.update(settings.of_job(job), priority="cmdline")
    return found
