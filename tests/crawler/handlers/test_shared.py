"""http and https share one handler, and with it the bounds it keeps."""

from scrapy import Request, Spider
from scrapy.core.downloader.handlers import DownloadHandlers
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.handlers.shared import SharedHandler


class AnySpider(Spider):
    """Scrapy wants one."""

    name = "any"


class AnyHandler(SharedHandler):
    """Answers."""

    async def download_request(self, request: Request) -> Response:
        """Answer."""
        return Response(request.url)


def crawler() -> Crawler:
    return Crawler(AnySpider, {"DOWNLOAD_HANDLERS": {"http": AnyHandler, "https": AnyHandler}})


def test_a_crawl_has_one_handler() -> None:
    one, other = crawler(), crawler()
    handlers = DownloadHandlers(one)
    assert handlers._get_handler("http") is handlers._get_handler("https") is AnyHandler.from_crawler(one)
    assert AnyHandler.from_crawler(one) is not AnyHandler.from_crawler(other)
