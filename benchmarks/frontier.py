"""Whether the frontier keeps a crawl busy, and its memory flat, with many due pages on many hosts.

    python -m benchmarks.frontier [--pages 100000] [--hosts 20000] [--seconds 180]

First a worker leases domains and takes their pages as a crawl does, without visiting them. What counts: that the
last leases are as fast as the first, and that memory does not grow. Then a whole crawl, with its second between two
requests to a host, visits as many of the same pages (of 10 KB, on loopback) as it can in the given time. Its memory
grows until SQLite's cache is full and what is remembered of hosts is at its bounds, and stays there.
"""

import argparse
import multiprocessing
import os
import resource
import signal
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from sqlalchemy import func, insert, select, update

from benchmarks.loopback import IMAGE, LoopbackWeb
from evidence.addresses.urls import normal_form
from store.crawls.frontier import Queue
from store.database import Store, open_store
from store.identity import key
from store.models import Backlink, Domain, Frontier, Page, Target, Visit
from store.properties import property_key, put_property
from tests.crawler.hostile.visiting import family
from tests.crawler.seeding import LONG_AGO, PROPERTY, CrawlAfresh

TOGETHER = 32
"""Domains in one lease, as in a crawl."""
PARTS = 9
"""Of the time of the crawl; the first has its start in it."""


def fill(store_url: str, pages: int, hosts: int) -> None:
    """Make all pages due, spread evenly (in a process of its own: that takes memory)."""
    store = open_store(store_url)
    urls = [f"http://site{page % hosts}.test/10/{page}" for page in range(pages)]
    domains = {f"site{host}.test": key("domain", f"site{host}.test") for host in range(hosts)}
    hosted = [(key("page", normal_form(url)), url, url.split("/")[2]) for url in urls]
    with store.write() as session:
        put_property(session, PROPERTY, now=LONG_AGO)
        session.execute(insert(Domain), [{"id": id, "name": name} for name, id in domains.items()])
        session.execute(
            insert(Page),
            [{"id": id, "domain_id": domains[host], "url": url, "host": host} for id, url, host in hosted],
        )
        session.execute(
            insert(Frontier),
            [{"page_id": id, "domain_id": domains[host], "due_at": LONG_AGO} for id, _, host in hosted],
        )
        property_id, target_id = property_key(PROPERTY.name), key("target", PROPERTY.name, IMAGE)
        target = Target(id=target_id, property_id=property_id, url=IMAGE, is_image=True, page_url="")
        session.add(target)
        session.flush()
        backlink = {"property_id": property_id, "target_id": target_id}
        session.execute(insert(Backlink), [{**backlink, "id": id, "page_id": id} for id, _, _ in hosted])
    store.close()


def peak_mib() -> float:
    """Return the largest resident set of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def lease_all(store: Store, pages: int, hosts: int) -> None:
    """Lease every domain and take its pages."""
    now = datetime.now(UTC)
    queue = Queue(store, PROPERTY.name, worker="benchmark", lease_s=3600)
    seen, times, memory = 0, [], []
    while True:
        began = time.monotonic()
        ids = [domain.id for domain in queue.lease(TOGETHER, now=now)]
        due = queue.due(ids, 500, now=now) if ids else []
        times.append(time.monotonic() - began)
        if not ids:
            break
        seen += len(due)
        with store.write() as session:
            done = update(Frontier).where(Frontier.page_id.in_([page.id for page in due]))
            session.execute(done.values(due_at=None))
        queue.release(ids)
        memory.append(peak_mib())
    tenth = len(times) // 10
    print(f"{seen} of {pages} pages of {hosts} hosts, {seen / sum(times):.0f} pages/s")
    print(f"the last tenth of the leases takes {sum(times[-tenth:]) / sum(times[:tenth]):.2f} of the first")
    grown = memory[-1] - memory[tenth]
    print(f"memory grew by {grown:.1f} MiB over {memory[tenth]:.0f} MiB since the first tenth")
    with store.write() as session:
        session.execute(update(Frontier).values(due_at=LONG_AGO))


def crawl_for(store: Store, folder: Path, seconds: int) -> None:
    """Let a crawl run for a while, then end it as a person would."""
    web = LoopbackWeb([10])
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 1.0}
    crawl = CrawlAfresh(str(store.url), folder, **job)
    visited, memory = [0], []
    for _ in range(PARTS):
        time.sleep(seconds / PARTS)
        with store.read() as session:
            visited.append(session.scalar(select(func.count()).select_from(Visit)) or 0)
        memory.append(resident_mib(crawl.process.pid))
    busy = processor_s(crawl.process.pid) / seconds
    crawl.send(signal.SIGTERM)
    ended = crawl.ended()
    assert ended.code == 0, ended.errors
    web.close()
    rates = [(later - before) / (seconds / PARTS) for before, later in pairwise(visited)]
    print(f"a crawl with a second between two requests: {', '.join(f'{rate:.0f}' for rate in rates)} pages/s")
    print(f"  it used {busy:.2f} of {os.cpu_count()} processors, the server beside it the rest")
    grown = memory[-1] - memory[2 * PARTS // 3 - 1]
    print(f"  memory {', '.join(f'{one:.0f}' for one in memory)} MiB, {grown:.0f} MiB more in the last third")


def resident_mib(pid: int) -> float:
    """Return the resident set of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize() / 1024**2


def processor_s(pid: int) -> float:
    """Return the processor time of a process and its descendants."""
    ticks = 0
    for one in family(pid):
        with suppress(FileNotFoundError, ProcessLookupError):  # it ended just now
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--hosts", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=180, help="of the crawl")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store_url = f"sqlite:///{folder}/store.db"
        filling = multiprocessing.Process(target=fill, args=(store_url, options.pages, options.hosts))
        filling.start()
        filling.join()
        store = open_store(store_url)
        lease_all(store, options.pages, options.hosts)
        crawl_for(store, Path(folder), options.seconds)
        store.close()


if __name__ == "__main__":
    main()
