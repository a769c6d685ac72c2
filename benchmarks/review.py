"""How long each view of the review page takes over a large store: `python -m benchmarks.review [BACKLINKS]`.

The store is the one of `benchmarks.analysis`, analysed, so that findings, verdicts and the queue are real. The
server runs as a person starts it; every view is asked for over its socket, the first answer counted apart.
Limit: any view under 100 ms at 1,000,000 backlinks, as the median of several answers.
"""

import http.client
import os
import re
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.analysis import NAME, make

ROOT = Path(__file__).resolve().parent.parent
LIMIT_MS = 100
LARGE = "host0.example"
LARGE_PAGES = 100_000
"""Pages that are moved to one domain: a blog host, whose row and case must cost no more than others."""
ANSWERS = 5
VIEWS = (
    "/",
    "/queue",
    "/queue?each=1",
    f"/domain/{LARGE}",
    "/queue?decided=all&verdict=suspicious",
    "/queue?text=host1999",
    "/queue?signal=gallery-page",
    "/queue?state=absent",
    "/queue?language=en",
    "/queue?target=word7",
    "/queue?report=1",
    "/queue?text=no-such-domain",
    "/queue?target=no-such-target",
    "/queue?language=xx",
)
"""Every view, and every filter of the queue: ones that find much, and ones that find nothing and so end last."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Run the review server over `folder`; give its address."""
    command = [sys.executable, "-m", "linkwitness", "review", "--property", NAME, "--port", "0"]
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "LINKWITNESS_DATA": str(folder),
    }
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://([^/]+)/", process.stdout.readline())
            assert found, "the server said no address"
            yield found[1]
        finally:
            process.send_signal(signal.SIGINT)


def enlarge(path: Path) -> None:
    """Give one domain its pages, at most a third of all."""
    with closing(sqlite3.connect(path)) as store, store:
        ((large,),) = store.execute("SELECT id FROM domain WHERE name = ?", (LARGE,))
        ((pages,),) = store.execute("SELECT count(*) FROM page")
        moved = "SELECT id FROM page ORDER BY id LIMIT ?"
        for table, key in (("visit", "page_id"), ("page", "id")):
            store.execute(
                f"UPDATE {table} SET domain_id = ? WHERE {key} IN ({moved})",  # our own words
                (large, min(LARGE_PAGES, pages // 3)),
            )


def answer(address: str, path: str) -> tuple[float, bytes]:
    """Ask for a view once; return milliseconds and the body."""
    connection = http.client.HTTPConnection(address, timeout=600)
    began = time.perf_counter()
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    took = (time.perf_counter() - began) * 1_000
    connection.close()
    assert response.status == 200, (path, response.status)
    return took, body


def views(address: str) -> list[str]:
    """Return every view, with the second page of the queue and one case out of it.

    The outcome comes near the end: it begins to write the draft, in a process that takes a processor for a while.
    Meanwhile the largest case is asked for again.
    """
    _, queue = answer(address, "/queue")
    _, plain = answer(address, "/queue?each=1")
    following = re.search(rb'id="next" href="([^"]+)"', queue)
    case = re.search(rb'href="(/domain/[^"]+)"', plain)
    found = [match[1].decode().replace("&amp;", "&") for match in (following, case) if match]
    assert len(found) == 2, "the queue is empty: there is nothing to measure"
    return [*VIEWS, *found, "/outcome", f"/domain/{LARGE}"]


def report(address: str) -> bool:
    """Print the time of every view; say whether all keep the limit."""
    print(f"{'view':<44} {'first ms':>9} {'median ms':>10} {'of limit':>9}")
    kept = True
    for path in views(address):
        first, _ = answer(address, path)
        repeats = ANSWERS if first < 20 * LIMIT_MS else 1
        median = statistics.median(answer(address, path)[0] for _ in range(repeats))
        kept &= median <= LIMIT_MS
        told = "ok" if median <= LIMIT_MS else "TOO SLOW"
        print(f"{path[:44]:<44} {first:>9.1f} {median:>10.1f} {median / LIMIT_MS:>8.2f}x  {told}", flush=True)
    return kept


def main(size: int) -> int:
    """Make a store, analyse it and measure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "linkwitness.db"
        make(store, size)
        enlarge(store)
        subprocess.run(
            [sys.executable, "-m", "benchmarks.analysis", "measure", str(store)], check=True, cwd=ROOT
        )
        with served(folder) as address:
            return 0 if report(address) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000))
