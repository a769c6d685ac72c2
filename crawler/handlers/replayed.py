"""Responses out of an archive: no network, no waiting, 404 for what is not there."""

from ipaddress import ip_address

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.job import CrawlJob
from crawler.replay import ReplayIndex


class ReplayHandler(BaseDownloadHandler):
    """Answers requests from the WARC files of the job."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        job: CrawlJob = crawler.settings["LINKWITNESS_JOB"]
        self._index = ReplayIndex(job.replay)

    async def download_request(self, request: Request) -> Response:
        """Return the archived response and note where it stands."""
        found = self._index.find(request.url)
        if found is None:
            return Response(url=request.url, status=404)
        exchange, request.meta["archived"] = found
        headers: dict[str, list[str]] = {}
        for name, value in exchange.headers:
            headers.setdefault(name, []).append(value)
        return Response(
            url=request.url,
            status=exchange.status,
            headers=headers,
            body=exchange.body,
            flags=[exchange.cut] if exchange.cut else [],
            ip_address=ip_address(exchange.address) if exchange.address else None,
        )
