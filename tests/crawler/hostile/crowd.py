"""Two crawls at once, all of whose sites are on one address: how many requests does it get at the same time?

Run as a program inside a fresh network namespace; prints that number, what the crawls visited, and whether each
began before the other had ended: else the number says nothing.
"""

import json
import sys
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from store.database import open_store
from store.models import Visit
from tests.crawler.hostile import network
from tests.crawler.hostile.world import BUSIEST, FORK, crowded, serve
from tests.crawler.seeding import Crawl, seed

ADDRESS = "20.0.4.1"
SITES = 12
"""Of each crawl."""
EACH_S = 0.8
"""What a page takes, so that one crawl alone needs five seconds: more than they begin apart."""


def main(folder: Path) -> None:
    """Let both crawls visit their sites."""
    network.give_addresses()
    hosts = [[f"crowd{crawl}-{site}.test" for site in range(SITES)] for crawl in range(2)]
    server = FORK.Process(target=serve, args=({ADDRESS: crowded(EACH_S)},), daemon=True)
    server.start()
    network.watch_and_name({host: [ADDRESS] for both in hosts for host in both}, ())
    crawls, began, over = [], [], []
    for number, names in enumerate(hosts):
        store = open_store(f"sqlite:///{folder / f'{number}.db'}")
        seed(store, [f"http://{name}/p" for name in names])
        crawls.append(Crawl(str(store.url), folder, name_servers=["127.0.0.1"]))
        store.close()
    ended = [crawl.ended(80) for crawl in crawls]
    server.kill()
    for number in range(2):
        store = open_store(f"sqlite:///{folder / f'{number}.db'}")
        with store.read() as session:
            visits = session.scalars(select(Visit)).all()
        began.append(min(visit.started_at for visit in visits))
        over.append(max(visit.started_at + timedelta(milliseconds=visit.elapsed_ms) for visit in visits))
        store.close()
    print(
        json.dumps(
            {
                "busiest": BUSIEST.value,
                "visited": [one.summary["visited"] for one in ended],
                "together": max(began) < min(over),
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
