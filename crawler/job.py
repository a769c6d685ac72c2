"""What a crawl is asked to do, how it is getting on, and what came of it."""

import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


def worker_name() -> str:
    """Return a name no other worker has: host, process and a random tail.

    Host and process let the next crawl on this machine see that a killed worker is gone; the tail tells two
    processes apart that were given the same number one after the other.
    """
    return f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlJob:
    """One run of the crawler over the pages of one property."""

    store_url: str
    property_name: str
    archive: Path
    """Folder of the WARC files."""
    contact: str
    """Mail or web address in the User-Agent: where a site owner complains."""
    delay_s: float = 1.0
    """Seconds between two requests to one registrable domain."""
    page_ids: tuple[int, ...] | None = None
    """Only these pages, due or not; None: every page that is due."""
    replay: tuple[Path, ...] = ()
    """Answer requests from these WARC files instead of the network."""
    connect_to: Mapping[str, str] = field(default_factory=dict)
    """Host suffix to `address:port`, like curl's `--connect-to`, for demonstrations and staging servers:
    such connections go there, and that address is trusted."""
    name_servers: tuple[str, ...] = ()
    """`address` or `address:port` of the name servers to ask; empty: those of the machine."""
    deadline_s: float = 30.0
    """For one request and its whole response, whatever the server does."""
    loads: int = 3
    """How often a living page that lacks its target is loaded (k of n)."""
    own_targets: bool = False
    """Whether to look at the property's own targets as well."""
    lease_s: int = 120
    """How long a domain stays ours without a sign of life."""
    worker: str = field(default_factory=worker_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a crawl stands, after each page."""

    visited: int
    due: int
    """Pages that were due when the crawl began."""
    url: str
    """The page visited last."""
    counts: Mapping[tuple[str, str], int]
    """Backlinks so far by presence state and reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a crawl did."""

    visited: int = 0
    """Pages visited and stored."""
    waiting: int = 0
    """Pages still due: another worker has them, their host asked us to wait, or we were stopped."""
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Backlinks by presence state and reason, such as `("absent", "gone")`."""
    stopped: bool = False
    """Whether it was stopped before everything that could be visited was."""
    elapsed_s: float = 0.0
    messages: tuple[str, ...] = ()
    """What a person should know, such as a page that failed inside Linkwitness itself."""
