"""What Scrapy leaves open by default stays closed: section C of the list of hostile servers."""

from pathlib import Path

import pytest
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.utils.conf import build_component_list

from crawler.crawl import scrapy_settings
from crawler.fetching.downloader import AwaitedDownloader
from crawler.handlers.guarded import GuardedHandler
from crawler.handlers.replayed import ReplayHandler
from crawler.job import CrawlJob
from crawler.spiders.referring_pages import ReferringPagesSpider

MIB = 1024 * 1024


def settings(*, replay: tuple[Path, ...] = ()) -> BaseSettings:
    job = CrawlJob(
        store_url="sqlite://",
        property_name="shop.example",
        archive=Path("archive"),
        contact="mailto:owner@shop.example",
        replay=replay,
    )
    return Crawler(ReferringPagesSpider, scrapy_settings(job)).settings


@pytest.mark.parametrize(
    ("setting", "takes_part"),
    [
        ("DOWNLOADER_MIDDLEWARES", ["crawler.middlewares.robots.RobotsMiddleware"]),
        ("SPIDER_MIDDLEWARES", []),
        ("EXTENSIONS", []),
        ("ADDONS", []),
        ("ITEM_PIPELINES", []),
    ],
)
def test_nothing_of_scrapy_follows_remembers_tells_or_runs_anything(
    setting: str, takes_part: list[str]
) -> None:
    """No redirect unseen, no cookie, referrer, retry or proxy, no console that runs what it is sent."""
    found = settings().get_component_priority_dict_with_base(setting)
    assert build_component_list(found) == takes_part


@pytest.mark.parametrize(
    ("replay", "handler"), [((), GuardedHandler), ((Path("pages.warc.gz"),), ReplayHandler)]
)
def test_only_the_web_is_asked_and_through_our_handler(replay: tuple[Path, ...], handler: type) -> None:
    """Hostile cases 11 to 13: Scrapy's own handler for `file:` would read this machine's files."""
    handlers = settings(replay=replay).getwithbase("DOWNLOAD_HANDLERS")
    assert {"file", "data", "ftp", "s3"} <= set(handlers)
    open_ones = {scheme: one for scheme, one in handlers.items() if one is not None}
    assert open_ones == {"http": handler, "https": handler}


def test_the_rest_of_section_c() -> None:
    found = settings()
    assert found.getint("DOWNLOAD_MAXSIZE") == 10 * MIB
    for closed in ("TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED", "AUTOTHROTTLE_ENABLED"):
        assert not found.getbool(closed), closed
    assert found["JOBDIR"] is None, "Scrapy's own queue on disk loses most pages when it is killed (case 101)"
    assert found["DOWNLOADER"] is AwaitedDownloader
    assert found.getfloat("DOWNLOAD_DELAY") == 1.0
    assert found.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
