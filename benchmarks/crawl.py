"""How fast the crawl is, against a spider that only fetches.

    python benchmarks/crawl.py [--runs 3] [--pages 1500] [--size 10 174]

Everything runs against the same server on loopback in one run; what counts are the ratios of the medians:
ours with evidence, store and archive against a Scrapy spider that only fetches, and two of our processes
against one.
"""

import argparse
import asyncio
import json
import multiprocessing
import socket
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
HOSTS = 200
IMAGE = "https://shop.example/images/blue-bottle.jpg"
SENTENCE = "Every Sunday at noon the club meets in the old hall by the river to play and to talk. "


def body(kilobytes: int) -> bytes:
    """Return a page of about that size, as dense as real ones, with one link to the property.

    42 saved pages of the open web have 3.4 tags and 1.0 links or images in a kilobyte; the rest is text,
    styles and script.
    """
    parts = [f'<html lang=en><title>Club</title><style>p {{ margin: 0 }}</style><a href="{IMAGE}">bottle</a>']
    size = number = 0
    while size < kilobytes * 1000:
        part = (
            f'<div class="row c{number % 7}"><h2>Match {number}</h2><p>{SENTENCE * 3}'
            f'<a href="/match/{number}">more about it</a> <img src="/img/{number}.jpg" alt="the hall"></p>'
            f'<a href="https://other{number % 30}.example/{number}">guests</a></div>\n'
            f"<script>var match{number} = {json.dumps({'state': SENTENCE * 14})};</script>\n"
        )
        parts.append(part)
        size += len(part)
        number += 1
    return "".join(parts).encode()


def serve(listener: socket.socket, sizes: dict[str, bytes]) -> None:
    """Answer `/SIZE/...` with a page of that size, everything else with 404."""
    whole = {
        size: b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
        % len(text)
        + text
        for size, text in sizes.items()
    }
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(whole.get(head.split(b" ", 2)[1].split(b"/")[1].decode("latin-1"), missing))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, sock=listener)
        await server.serve_forever()

    asyncio.run(run())


def urls(size: str, pages: int) -> list[str]:
    """Return page addresses, spread over hosts."""
    return [f"http://site{page % HOSTS}.test/{size}/{page}" for page in range(pages)]


FETCH_ONLY = """
import sys, time
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

class FetchOnly(Spider):
    name = "fetch-only"
    seen = 0
    async def start(self):
        for line in open(sys.argv[1]):
            host, path = line.strip().removeprefix("http://").split("/", 1)
            yield Request(f"http://127.0.0.1:{sys.argv[2]}/{path}", headers={"Host": host}, dont_filter=True,
                          meta={"download_slot": host})
    def parse(self, response):
        FetchOnly.seen += 1

process = AsyncCrawlerProcess({"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False,
    "CONCURRENT_REQUESTS": 128, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0, "ROBOTSTXT_OBEY": False,
    "RETRY_ENABLED": False})
process.crawl(FetchOnly)
began = time.monotonic()
process.start()
print(FetchOnly.seen, time.monotonic() - began)
"""


def fetch_only(pages: list[str], port: int) -> float:
    """Return the pages per second of a Scrapy spider that parses nothing and stores nothing."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(pages))
        file.flush()
        out = subprocess.run(
            [sys.executable, "-c", FETCH_ONLY, file.name, str(port)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    seen, elapsed = out.split()
    assert int(seen) == len(pages)
    return len(pages) / float(elapsed)


def ours(pages: list[str], port: int, processes: int = 1) -> float:
    """Return the pages per second of the whole crawl, first process started to last one ended."""
    from store.database import open_store
    from tests.crawler.seeding import Crawl, seed

    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/store.db")
        seed(store, pages, target=IMAGE)
        job = {"connect_to": {"test": f"127.0.0.1:{port}"}, "lease_s": 60}
        crawls = [Crawl(str(store.url), Path(folder), **job) for _ in range(processes)]
        ended = [crawl.ended(600) for crawl in crawls]
        store.close()
    assert sum(one.summary["visited"] for one in ended) == len(pages), [one.summary for one in ended]
    return float(len(pages) / max(one.summary["elapsed_s"] for one in ended))


def main() -> None:
    """Measure and print ratios of medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", type=int, default=1500)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 174])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
    port = listener.getsockname()[1]
    sizes = {str(size): body(size) for size in options.sizes}
    server = multiprocessing.get_context("fork").Process(target=serve, args=(listener, sizes), daemon=True)
    server.start()
    results: dict[str, dict[str, float]] = {}
    for size in sizes:
        pages = urls(size, options.pages)
        rates: dict[str, list[float]] = {"fetch only": [], "ours": [], "ours, two processes": []}
        for _ in range(options.runs):
            rates["fetch only"].append(fetch_only(pages, port))
            rates["ours"].append(ours(pages, port))
            rates["ours, two processes"].append(ours(pages, port, 2))
        results[size] = {name: statistics.median(values) for name, values in rates.items()}
    server.kill()
    report(results, as_json=options.json)


def report(results: dict[str, dict[str, float]], *, as_json: bool) -> None:
    """Print what was measured."""
    if as_json:
        print(json.dumps(results, indent=2))
        return
    for size, rates in results.items():
        print(f"pages of {size} KB")
        for name, rate in rates.items():
            print(f"  {name:22} {rate:7.0f} pages/s  {rate / rates['fetch only']:5.2f} of fetch only")
        print(f"  two processes / one    {rates['ours, two processes'] / rates['ours']:.2f}")


if __name__ == "__main__":
    main()
