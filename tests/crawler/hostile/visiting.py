"""One crawl of the hostile world, and how much memory its processes took."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select

from crawler.archive.records import WarcFile
from store.database import Store, open_store
from store.models import Backlink, Page, Visit
from tests.crawler.seeding import CrawlAfresh, seed

DEADLINE_S = 10.0
"""A third of what a crawl gives a server, so that the tests are over sooner."""


def begin(folder: Path, urls: list[str]) -> tuple[Store, CrawlAfresh]:
    """Start a crawl of these pages in a new folder."""
    folder.mkdir()
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    seed(store, urls)
    return store, CrawlAfresh(str(store.url), folder, name_servers=["127.0.0.1"], deadline_s=DEADLINE_S)


def visit(folder: Path, urls: list[str]) -> tuple[dict[str, Any], list[float]]:
    """Crawl and return what was stored by URL, and the largest process."""
    store, crawl = begin(folder, urls)
    with watching(crawl.process.pid) as peak:
        ended = crawl.ended(270)
    with store.read() as session:
        rows = session.execute(
            select(Page.url, Backlink.state, Backlink.reason, Visit)
            .join(Backlink, Backlink.page_id == Page.id)
            .join(Visit, Visit.page_id == Page.id)
            .where(Visit.purpose == "page")
        ).all()
    seen = {
        url: {
            "state": state,
            "reason": reason,
            "error": visit.error,
            "status": visit.status,
            "truncated": visit.truncated,
            "cut": _cut(folder / "archive", visit),
            "elapsed_s": visit.elapsed_ms / 1000,
            "received": visit.received_bytes,
            "bytes": visit.body_bytes,
            "hops": len(visit.hops),
            "address": visit.address,
            "tls_faults": visit.tls_faults,
        }
        for url, state, reason, visit in rows
    }
    seen["ended"] = {
        "code": ended.code,
        "errors": ended.errors,
        "visited": ended.summary.get("visited"),
        "rows": len(rows),
    }
    store.close()
    return seen, peak


def _cut(archive: Path, visit: Visit) -> str:
    """Return what the archive says a body was cut by: `length`, `time`, `disconnect`; empty for a whole one."""
    if visit.archive_offset is None:
        return ""
    record = WarcFile(archive / visit.archive_file).at(visit.archive_offset)
    return "no such record" if record is None else record.truncated


@contextlib.contextmanager
def watching(root: int) -> Iterator[list[float]]:
    """Watch the largest resident sets, in MiB: of a process, and among its descendants."""
    peak = [0.0, 0.0]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.05):
            own, *others = (_resident_mib(pid) for pid in family(root))
            peak[:] = max(peak[0], own), max([peak[1], *others])

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


def family(root: int) -> list[int]:
    """Return a process and its descendants."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    family = [root]
    for pid in family:
        family += [child for child, parent in parents.items() if parent == pid]
    return family


def _resident_mib(pid: int) -> float:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0
