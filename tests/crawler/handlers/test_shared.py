"""http and https share one handler, and with it the bounds it keeps."""

from datetime import UTC, datetime
from pathlib import Path

from scrapy import Spider
from scrapy.core.downloader.handlers import DownloadHandlers
from scrapy.crawler import Crawler
from scrapy.settings import Settings

from crawler import settings
from crawler.archive.writer import Archive, Exchange
from crawler.handlers.replayed import ReplayHandler
from crawler.job import CrawlJob

ANSWER = Exchange(
    url="http://any.test/",
    at=datetime(2026, 1, 1, tzinfo=UTC),
    request_headers={},
    status=200,
    headers=(),
    body=b"",
    address="",
    cut="",
)


class AnySpider(Spider):
    """Scrapy wants one."""

    name = "any"


def crawler_of(job: CrawlJob) -> Crawler:
    """Return what a crawl of that job makes its handlers for."""
    of_crawl = Settings()
    of_crawl.setmodule(settings, priority="project")
    of_crawl.update(settings.of_job(job), priority="cmdline")
    return Crawler(AnySpider, of_crawl)


def test_a_crawl_has_one_handler(tmp_path: Path) -> None:
    archive = Archive(tmp_path, software="any")
    archive.append(ANSWER)
    archive.close()
    replay = tuple(tmp_path.glob("*.warc.gz"))
    job = CrawlJob(store_url="", property_name="", archive=tmp_path, contact="", replay=replay)
    crawler = crawler_of(job)
    handlers = DownloadHandlers(crawler)
    made = {handlers._get_handler(scheme) for scheme in ("http", "https")}
    assert len(made) == 1
    assert isinstance(made.pop(), ReplayHandler)
    assert ReplayHandler.from_crawler(crawler) is not ReplayHandler.from_crawler(crawler_of(job))
