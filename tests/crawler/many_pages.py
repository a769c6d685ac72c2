"""Pages enough for a crawl to be disturbed in the middle of them."""

import time
from collections.abc import Callable

from tests.crawler.crash import PAGE
from tests.crawler.server import WebServer

PAGES = 120


def many_pages(web: WebServer) -> list[str]:
    """Let a server have them, on 40 hosts; return their addresses."""
    urls = [f"http://site{page % 40}.test/{page}" for page in range(PAGES)]
    for page, url in enumerate(urls):
        web.page(url.split("/")[2], f"/{page}", PAGE)
    return urls


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until it is true; the test's own time limit ends a wait for ever."""
    while not condition():
        time.sleep(0.01)
