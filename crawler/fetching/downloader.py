"""Scrapy's downloader for those who await: its slots and middlewares, without what only callbacks need.

Scrapy's engine hands a request on through Deferreds and a task of its own, tells the log and listeners of
each response, and looks whether anything else is scheduled: a quarter of what fetching costs, and nobody here
listens.
"""

from scrapy import Request
from scrapy.core.downloader import Downloader
from scrapy.http import Response


class AwaitedDownloader(Downloader):
    """Takes its turn, asks, and returns what came."""

    async def ask(self, request: Request) -> Response:
        """Send a request through the middlewares, robots.txt among them, in the order of its slot.

        Raises:
            FetchError: nothing came, or nothing may be asked.
        """
        self.active.add(request)
        try:
            response = await self.middleware.download_async(self._enqueue_request, request)
        finally:
            self.active.remove(request)
        assert isinstance(response, Response), "no middleware of ours asks for something else instead"
        return response
