"""One handler for both schemes, so that what it bounds is bounded once.

Scrapy makes a handler for each scheme; two of them would keep two sets of connections and ask an address for
twice as many pages at once.
"""

from typing import ClassVar, Self
from weakref import WeakKeyDictionary

from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler


class SharedHandler(BaseDownloadHandler):
    """A handler that http and https share."""

    _made: ClassVar[WeakKeyDictionary[Crawler, "SharedHandler"]] = WeakKeyDictionary()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the crawler's one handler (Scrapy's interface)."""
        made = cls._made.get(crawler)
        if not isinstance(made, cls):
            made = cls._made[crawler] = cls(crawler)
        return made
