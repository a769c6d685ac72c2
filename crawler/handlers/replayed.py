"""Responses out of an archive: no network, no waiting; what is not there stays unknown."""

from ipaddress import ip_address

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.archive.replay import ReplayIndex
from crawler.fetching.failures import FetchError


class ReplayHandler(BaseDownloadHandler):
    """Answers requests from the WARC files that the spider was given."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        index = getattr(crawler.spider, "replayed", None)
        assert isinstance(index, ReplayIndex)
        self._index = index

    async def download_request(self, request: Request) -> Response:
        """Return the archived response and note where it stands.

        Raises:
            FetchError: `not_archived`. A missing robots.txt forbids nothing: what it once forbade was not
                archived either.
        """
        found = self._index.find(request.url, may_be_listed=request.meta.get("may_be_listed", False))
        if found is None:
            if request.meta.get("is_robots"):
                return Response(url=request.url, status=404)
            raise FetchError("not_archived", request.url)
        exchange, request.meta["archived"] = found.exchange, found.archived
        request.meta["is_link_list"] = found.is_link_list
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
