"""Two crawls at once, all of whose sites are on one address: how many requests does it get at the same time?

Run as a program inside a fresh network namespace; prints that number and what the crawls visited.
"""

import json
import sys
from pathlib import Path

from store.database import open_store
from tests.crawler.hostile import network
from tests.crawler.hostile.world import BUSIEST, FORK, crowded, serve
from tests.crawler.seeding import Crawl, seed

ADDRESS = "20.0.4.1"
SITES = 12
"""Of each crawl."""


def main(folder: Path) -> None:
    """Let both crawls visit their sites."""
    network.give_addresses()
    hosts = [[f"crowd{crawl}-{site}.test" for site in range(SITES)] for crawl in range(2)]
    server = FORK.Process(target=serve, args=({ADDRESS: crowded},), daemon=True)
    server.start()
    network.watch_and_name({host: [ADDRESS] for both in hosts for host in both}, ())
    crawls = []
    for number, names in enumerate(hosts):
        store = open_store(f"sqlite:///{folder / f'{number}.db'}")
        seed(store, [f"http://{name}/p" for name in names])
        crawls.append(Crawl(str(store.url), folder, name_servers=["127.0.0.1"]))
        store.close()
    ended = [crawl.ended(60) for crawl in crawls]
    server.kill()
    print(json.dumps({"busiest": BUSIEST.value, "visited": [one.summary["visited"] for one in ended]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
