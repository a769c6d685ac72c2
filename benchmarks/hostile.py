"""What hostile servers cost the honest pages beside them.

    python -m benchmarks.hostile [--runs 5] [KIND...]

The world of the hostile tests, in a network of its own: how long 200 honest pages on 20 hosts take alone, beside
each kind of attacker (limit: 1.5 times as long), beside all of them at once, and one honest page alone and
beside 30 names that nobody answers for (limit: one second later). Hosts are asked as fast as they answer and a
server has ten seconds, so that the pages have little time in which an attacker could be waited for unnoticed.

Each run beside an attacker follows one without it, and the median of the ratios counts: on a machine that others use
too, a run takes half as long again or twice as long for their sake. Processor time is shown beside the time for that.
"""

import argparse
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import ColumnElement, exists, select

from benchmarks.frontier import processor_s
from evidence.addresses.urls import normal_form
from store.database import Store
from store.identity import key
from store.models import Backlink, Domain
from tests.crawler.hostile import network
from tests.crawler.hostile.visiting import begin
from tests.crawler.hostile.world import BENIGN, HOSTILE, SILENT, alive
from tests.forked import ROOT

WORST = 5
LOOK_EVERY_S = 0.01
LONGEST_S = 120.0
NAMELESS = [f"http://{host}/p" for host in SILENT]


def kinds() -> dict[str, list[str]]:
    """Return the attackers' pages by kind: the hosts of one kind differ by a number at the end."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for url in HOSTILE:
        host = url.split("/")[2].removesuffix(".test")
        name = re.sub(r"^[a-z]+\d+\.wild$", "wild", host)
        found[re.sub(r"^(inside|scheme|url|drip40-|crowd|never)\d+$", r"\1", name)].append(url)
    return dict(found)


def main() -> None:
    """Measure in a network of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", help="only these, and neither all at once nor silent names")
    parser.add_argument("--runs", type=int, default=3, help="of each kind; the median counts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = network.inside("benchmarks.hostile", Path(folder), str(options.runs), *options.kinds)
        subprocess.run(program, cwd=ROOT, check=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What it took to capture all honest pages, from the first lease on."""

    seconds: float
    processor_s: float
    """Of the crawl and its children."""


def captured(folder: Path, urls: list[str]) -> Taken:
    """Let a crawl run until the last honest page was stored."""
    store, crawl = begin(folder, urls)
    honest = [key("page", normal_form(url)) for url in BENIGN if url in urls]
    is_leased = exists().where(Domain.leased_by != "")
    is_missing = exists().where(Backlink.page_id.in_(honest), Backlink.state == "")
    _until(store, is_leased)
    began, used = time.monotonic(), processor_s(crawl.process.pid)
    _until(store, ~is_missing)
    taken = Taken(seconds=time.monotonic() - began, processor_s=processor_s(crawl.process.pid) - used)
    crawl.send(signal.SIGKILL)
    crawl.ended()
    store.close()
    return taken


def _until(store: Store, is_so: ColumnElement[bool]) -> None:
    for _ in range(int(LONGEST_S / LOOK_EVERY_S)):
        with store.read() as session:
            if session.scalar(select(is_so)):
                return
        time.sleep(LOOK_EVERY_S)
    raise TimeoutError(f"not within {LONGEST_S} s")


def measure(folder: Path, runs: int, only: list[str]) -> None:
    """Print ratios (inside the network)."""
    numbers = count()

    def take(urls: list[str]) -> Taken:
        return captured(folder / str(next(numbers)), urls)

    def ratio(urls: list[str]) -> Taken:
        """Return medians of what the attackers make of the time, and of the processor time."""
        pairs = [(take(BENIGN), take(urls + BENIGN)) for _ in range(runs)]
        return Taken(
            seconds=statistics.median(beside.seconds / alone.seconds for alone, beside in pairs),
            processor_s=statistics.median(beside.processor_s / alone.processor_s for alone, beside in pairs),
        )

    def say(name: str, found: Taken) -> None:
        print(
            f"  beside {name:14} {found.seconds:5.2f} times, processor {found.processor_s:5.2f} times",
            flush=True,
        )

    with alive():
        print(f"load of the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
        ratios: dict[str, Taken] = {}
        for name, urls in kinds().items():
            if not only or name in only:
                ratios[name] = ratio(urls)
                say(name, ratios[name])
        print(f"the worst of {len(ratios)} kinds:")
        for name, found in sorted(ratios.items(), key=lambda one: -one[1].seconds)[:WORST]:
            say(name, found)
        if not only:
            say(f"all {len(HOSTILE)} pages", ratio(HOSTILE))
            one, beside = take(BENIGN[:1]), take(NAMELESS + BENIGN[:1])
            print(
                f"one honest page: {one.seconds:.2f} s alone, {beside.seconds:.2f} s beside 30 silent names"
            )


if __name__ == "__main__":
    if len(sys.argv) > 2 and Path(sys.argv[1]).is_dir():
        measure(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
    else:
        main()
