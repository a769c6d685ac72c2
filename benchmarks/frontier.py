"""Whether the frontier keeps a crawl busy, and its memory flat, with many due pages on many hosts.

    python -m benchmarks.frontier [--pages 100000] [--hosts 20000]

A worker leases domains and takes their pages as a crawl does, without visiting them. What counts: that the
last leases are as fast as the first, and that memory does not grow.
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from datetime import UTC, datetime

from sqlalchemy import insert, update

from evidence.urls import normal_form
from store.database import open_store
from store.frontier import Queue
from store.identity import key
from store.models import Backlink, Domain, Frontier, Page
from store.properties import property_key, put_property
from tests.crawler.seeding import LONG_AGO, PROPERTY

TOGETHER = 32
"""Domains in one lease, as in a crawl."""


def fill(store_url: str, pages: int, hosts: int) -> None:
    """Make all pages due, spread evenly (in a process of its own: that takes memory)."""
    store = open_store(store_url)
    urls = [f"http://site{page % hosts}.test/{page}" for page in range(pages)]
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
        property_id = property_key(PROPERTY.name)
        session.execute(
            insert(Backlink), [{"id": id, "property_id": property_id, "page_id": id} for id, _, _ in hosted]
        )
    store.close()


def peak_mib() -> float:
    """Return the largest resident set of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--hosts", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store_url = f"sqlite:///{folder}/store.db"
        filling = multiprocessing.Process(target=fill, args=(store_url, options.pages, options.hosts))
        filling.start()
        filling.join()
        store = open_store(store_url)
        now = datetime.now(UTC)
        queue = Queue(store, PROPERTY.name, worker="benchmark", lease_s=3600)
        seen, times, memory = 0, [], []
        while True:
            began = time.monotonic()
            ids = [domain.id for domain in queue.lease(TOGETHER, now=now)]
            pages = queue.due(ids, 500, now=now) if ids else []
            times.append(time.monotonic() - began)
            if not ids:
                break
            seen += len(pages)
            with store.write() as session:
                done = update(Frontier).where(Frontier.page_id.in_([page.id for page in pages]))
                session.execute(done.values(due_at=None))
            queue.release(ids)
            memory.append(peak_mib())
        store.close()
    tenth = len(times) // 10
    print(f"{seen} of {options.pages} pages of {options.hosts} hosts, {seen / sum(times):.0f} pages/s")
    print(f"the last tenth of the leases takes {sum(times[-tenth:]) / sum(times[:tenth]):.2f} of the first")
    print(
        f"memory grew by {memory[-1] - memory[tenth]:.1f} MiB over {memory[tenth]:.0f} MiB since the first tenth"
    )


if __name__ == "__main__":
    main()
