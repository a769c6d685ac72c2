"""How fast the crawl is, against a spider that only fetches and against tools that people use today.

    python -m benchmarks.crawl [--runs 3] [--pages 3000] [--sizes 10 174] [--without 5] [--peers FOLDER]

Everything runs against the same server on loopback in one run; what counts are the ratios of the medians:
ours with evidence, store and archive against a Scrapy spider that only fetches, two of our processes against
one, ours against LinkChecker and advertools. A page that lacks its reference is doubted: its host's home page
and a sibling are asked for, it is loaded again and looked at as other visitors, so that ours makes more requests
than there are pages; robots.txt comes on top, once a host. Both are shown.

One crawl reads pages in children and so keeps two processors busy by itself. What a second crawl wins where it
has processors of its own is therefore shown by one crawl that is held to half of the processors, too.

Seconds are those of whole processes, ours and the spider's, from the start of the first to the end of the last, with
all that they import and write. LinkChecker and advertools start slowly: for them the server's clock counts, from
their first request to their last.

The server takes its part of the same processors. Where others work on the machine, the spider that only fetches
keeps its one processor and ours does not get its two: compare the milliseconds of processor time then.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import monotonic

from benchmarks import peers
from benchmarks.loopback import IMAGE, LoopbackWeb, ProcessorTime, urls
from store.database import open_store
from tests.crawler.seeding import CrawlAfresh, seed

FETCH_ONLY = """
import sys
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
process.start()
print(FetchOnly.seen)
"""
ONLY, ONE, TWO, HALF = "fetch only", "ours", "ours, two processes", "ours, half of the processors"
LINKCHECKER, ADVERTOOLS = "LinkChecker", "advertools"
FEWEST = 2
"""Pages that show what starting takes; one has no time between first and last request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one contestant did in one run."""

    pages_per_s: float
    requests_per_s: float
    requests_per_page: float
    processor_ms: float
    """For each page, of all its processes, their start included."""
    start_ms: float = 0.0
    """Of that, what starting takes, as a run over few pages shows: more pages make it less."""


class Race:
    """Lets contestants visit the same pages of one server."""

    def __init__(self, web: LoopbackWeb, pages: list[str]) -> None:
        self._web = web
        self._pages = pages

    def measure(self, contestant: Callable[[], float | None]) -> Figure:
        """Run one; it says how many seconds it took, or leaves that to the server's first and last request."""
        self._web.forget()
        used = ProcessorTime()
        with used.of_descendants(but=self._web.pid):
            seconds = contestant()
        seen = self._web.seen()
        seconds = seconds or seen.seconds
        return Figure(
            pages_per_s=len(self._pages) / seconds,
            requests_per_s=seen.requests / seconds,
            requests_per_page=seen.requests / len(self._pages),
            processor_ms=used.seconds * 1000 / len(self._pages),
        )

    def fetch_only(self) -> float:
        """Let a Scrapy spider fetch, parse nothing and store nothing."""
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("\n".join(self._pages))
            file.flush()
            command = [sys.executable, "-c", FETCH_ONLY, file.name, str(self._web.port)]
            began = monotonic()
            seen = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            seconds = monotonic() - began
        assert int(seen) == len(self._pages)
        return seconds

    def ours(self, processes: int = 1, *, share: float = 1.0) -> float:
        """Let the whole crawl run on a share of the processors."""
        allowed = sorted(os.sched_getaffinity(0))
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(f"sqlite:///{folder}/store.db")
            seed(store, self._pages, target=IMAGE)
            job = {"connect_to": {"test": f"127.0.0.1:{self._web.port}"}, "lease_s": 60}
            began = monotonic()
            crawls = [CrawlAfresh(str(store.url), Path(folder), **job) for _ in range(processes)]
            for crawl in crawls:  # before it starts its children, which have what it has
                os.sched_setaffinity(crawl.process.pid, allowed[: max(1, int(len(allowed) * share))])
            ended = [crawl.ended(600) for crawl in crawls]
            seconds = monotonic() - began
            store.close()
        assert sum(one.summary["visited"] for one in ended) == len(self._pages), [
            one.summary for one in ended
        ]
        return seconds

    def peer(self, run: Callable[[Path, list[str], Path], None], programs: Path) -> None:
        """Let another tool run; it starts slowly, so the server's clock counts."""
        by_address = [f"http://127.0.0.1:{self._web.port}/{page.split('/', 3)[3]}" for page in self._pages]
        with tempfile.TemporaryDirectory() as folder:
            run(programs, by_address, Path(folder))


def contestants(race: Race, programs: Path | None) -> dict[str, Callable[[], float | None]]:
    """Return who runs, in their order."""
    ours: dict[str, Callable[[], float | None]] = {
        ONLY: race.fetch_only,
        ONE: race.ours,
        TWO: lambda: race.ours(2),
        HALF: lambda: race.ours(share=0.5),
    }
    if programs is None:
        return ours
    return ours | {
        LINKCHECKER: lambda: race.peer(peers.linkchecker, programs),
        ADVERTOOLS: lambda: race.peer(peers.advertools, programs),
    }


def median(figures: list[Figure]) -> Figure:
    """Return the median of each number."""
    return Figure(
        **{name: statistics.median(asdict(figure)[name] for figure in figures) for name in asdict(figures[0])}
    )


def main() -> None:
    """Measure and print ratios of medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 174], help="in kilobytes")
    parser.add_argument("--without", type=int, default=5, help="pages of a hundred that carry no reference")
    parser.add_argument("--peers", type=Path, help="folder to install the other tools in, and to keep")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    web = LoopbackWeb(options.sizes)
    with tempfile.TemporaryDirectory() as folder:
        programs = None if options.no_peers else peers.environment(options.peers or Path(folder) / "peers")
        results: dict[str, dict[str, Figure]] = {}
        for size in options.sizes:
            figures: defaultdict[str, list[Figure]] = defaultdict(list)
            pages = urls(size, options.pages, without=options.without)
            race, start = Race(web, pages), Race(web, pages[:FEWEST])
            for _ in range(options.runs):
                for name, contestant in contestants(race, programs).items():
                    figures[name].append(race.measure(contestant))
            results[str(size)] = {
                name: replace(
                    median(figures[name]),
                    start_ms=start.measure(contestant).processor_ms * FEWEST / len(pages),
                )
                for name, contestant in contestants(start, programs).items()
            }
    web.close()
    if options.json:
        print(
            json.dumps(
                {size: {name: asdict(one) for name, one in all.items()} for size, all in results.items()}
            )
        )
    else:
        report(results, options.without)


def report(results: dict[str, dict[str, Figure]], without: int) -> None:
    """Print what was measured."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{os.cpu_count()} processors, load of the last 1, 5, 15 minutes: {load}")
    for size, figures in results.items():
        print(f"pages of {size} KB, {without} of 100 without the reference")
        base, one = figures[ONLY], figures[ONE]
        for name, figure in figures.items():
            print(
                f"  {name:28} {figure.pages_per_s:6.0f} pages/s {figure.pages_per_s / base.pages_per_s:5.2f} of "
                f"fetch only  {figure.requests_per_s:6.0f} requests/s {figure.requests_per_s / base.requests_per_s:5.2f}"
                f"  {figure.requests_per_page:5.2f} requests and {figure.processor_ms:5.1f} ms of processor a page"
                f" ({figure.start_ms:.1f} to start)"
            )
        two = figures[TWO].pages_per_s
        print(f"  two processes / one  {two / one.pages_per_s:.2f}")
        print(f"  two processes / one on half of the processors  {two / figures[HALF].pages_per_s:.2f}")
        for name in figures.keys() & {LINKCHECKER, ADVERTOOLS}:
            print(f"  ours / {name:13} {one.pages_per_s / figures[name].pages_per_s:.1f}")


if __name__ == "__main__":
    main()
