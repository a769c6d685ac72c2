"""Settings of the Scrapy project: polite by default, and closed where Scrapy's defaults are open.

Every line that departs from Scrapy's default says why; the cases are those of a list of hostile servers that
the tests in `tests/crawler` play.
"""

from typing import Any

from crawler.fetching.downloader import AwaitedDownloader
from crawler.handlers.guarded import GuardedHandler
from crawler.handlers.replayed import ReplayHandler

BOT_NAME = "linkwitness"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"

# Whose pages, how politely: one request at a time per registrable domain (the download slot).
CONCURRENT_REQUESTS = 0  # no limit here: the spider decides how many domains are visited at once
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.0  # the delay is a promise, not an average
AUTOTHROTTLE_ENABLED = False  # it would shorten the delay for a fast host
ROBOTSTXT_OBEY = True  # through our own middleware, which fails closed as RFC 9309 says

# The one middleware a visit needs. Scrapy's own would follow redirects and meta refreshes unseen, keep
# cookies, send referrers and credentials, retry at once, use proxies of the environment, and drop a body that
# is too large or wrongly encoded: our conversation does what is needed of that, and records it.
DOWNLOADER_MIDDLEWARES_BASE: dict[str, int] = {}
DOWNLOADER_MIDDLEWARES = {"crawler.middlewares.robots.RobotsMiddleware": 100}
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}  # the spider yields no requests to filter
EXTENSIONS_BASE: dict[str, int] = {}  # no telnet console, no remote control: both run code they are sent
ADDONS: dict[str, int] = {}

DOWNLOADER = AwaitedDownloader

# Classes rather than their names: Scrapy's own modules look up who imports them, which takes a while
# where that is Scrapy itself, late and deep in its start.
DOWNLOAD_HANDLERS: dict[str, type | None] = {
    "http": GuardedHandler,
    "https": GuardedHandler,
    "file": None,  # <a href="file:///etc/passwd"> would be read
    "data": None,
    "ftp": None,
    "s3": None,
}
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024  # Scrapy's 1 GiB fills the memory with four endless bodies

TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # Scrapy 2.19 serves code execution on loopback by default
STATS_DUMP = False
LOG_INSTALL_ROOT_HANDLER = False  # the command line decides where log lines go
LOG_LEVEL = "WARNING"
TWISTED_REACTOR_ENABLED = True


def of_job(job: Any) -> dict[str, Any]:
    """Return what one job changes."""
    changed: dict[str, Any] = {"LINKWITNESS_JOB": job, "DOWNLOAD_DELAY": job.delay_s}
    if job.replay:
        changed["DOWNLOAD_DELAY"] = 0
        changed["DOWNLOAD_HANDLERS"] = {**DOWNLOAD_HANDLERS, "http": ReplayHandler, "https": ReplayHandler}
    return changed
