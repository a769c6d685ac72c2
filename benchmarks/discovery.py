"""How fast `discover` goes through archives, against fastwarc that reads them and does nothing.

    python -m benchmarks.discovery [--runs 3] [--megabytes 200] [FILE...]

Without files it makes one, packed and plain, of pages as real ones are made; one in a thousand names the
property. What counts is the ratio of the medians, in megabytes of the files.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator

from benchmarks.loopback import body
from crawler.archive.discovery import Discoverer
from crawler.archive.records import WarcFile
from crawler.archive.writer import Archive, Exchange
from evidence.property import Property

PROPERTY = Property(name="shop.example", domains=("shop.example",))
SIZES = (5, 20, 60, 120, 300)
"""Kilobytes of the pages."""
NAMED_IN = 1_000
"""One page of so many names the property."""


def make(folder: Path, megabytes: int) -> list[Path]:
    """Write a packed archive of so many unpacked megabytes, and the same unpacked."""
    archive = Archive(folder, software="benchmark")
    pages = {size: (body(size, carries=False), body(size)) for size in SIZES}
    written = number = 0
    while written < megabytes * 1_000_000:
        page = pages[SIZES[number % len(SIZES)]][number % NAMED_IN == 0]
        archive.append(
            Exchange(
                url=f"http://site{number % 500}.example/{number}",
                at=datetime(2026, 1, 1, tzinfo=UTC),
                request_headers={"User-Agent": "benchmark"},
                status=200,
                headers=(("Content-Type", "text/html; charset=utf-8"),),
                body=page,
                address="192.0.2.1",
                cut="",
            )
        )
        written += len(page)
        number += 1
    archive.close()
    (packed,) = folder.glob("*.warc.gz")
    plain = folder / "plain.warc"
    with packed.open("rb") as stream, plain.open("wb") as out:
        for record in ArchiveIterator(stream, parse_http=False):
            record.write(out)
    return [packed, plain]


def bare(path: Path) -> int:
    """Let fastwarc read every record to its end."""
    with path.open("rb") as stream:
        return sum(len(record.reader.read()) for record in ArchiveIterator(stream, parse_http=False))


def ours_without_search(path: Path) -> int:
    """Read every page as `discover` does, and look at nothing."""
    return sum(len(record.body) for record in WarcFile(path).records())


def discover(path: Path) -> int:
    """Find references to the property."""
    return sum(1 for _ in Discoverer(PROPERTY).discover([path]))


CONTESTANTS: dict[str, Callable[[Path], int]] = {
    "fastwarc alone": bare,
    "our records": ours_without_search,
    "discover": discover,
}


def main() -> None:
    """Print the medians and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--megabytes", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for path in options.files or make(Path(folder), options.megabytes):
            megabytes = path.stat().st_size / 1e6
            print(f"{path.name}: {megabytes:,.0f} MB")
            rates: dict[str, float] = {}
            for name, contestant in CONTESTANTS.items():
                seconds = []
                for _ in range(options.runs):
                    began = time.perf_counter()
                    found = contestant(path)
                    seconds.append(time.perf_counter() - began)
                rates[name] = megabytes / statistics.median(seconds)
                share = rates[name] / rates["fastwarc alone"]
                result = f"  {found} references" if contestant is discover else ""
                print(f"  {name:15} {rates[name]:7,.1f} MB/s {share:5.2f} of fastwarc alone{result}")


if __name__ == "__main__":
    main()
