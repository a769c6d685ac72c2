"""How fast pages become evidence, against bare parses and bare walks of the same pages in the same run.

    python benchmarks/evidence.py FOLDER [--runs 3] [--pages 181]

FOLDER holds `*.html` or `*.html.gz`. Pages are read as by the crawl's children, which look for garbage less
often than Python does by itself. What counts are the ratios of the medians, on one core; the peak of this
process's memory is printed last.
"""

import argparse
import gzip
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import turbohtml
from lxml import html as lxml_html
from turbohtml.saxparse import SaxHandler, sax_parse

sys.path.insert(0, str(Path(__file__).parents[1]))

import crawler.children.preloaded  # noqa: F401  # sets up a process that reads pages
from evidence.extract import extract
from evidence.property import Property

PROPERTY = Property(name="shop.example", domains=("shop.example",), brands=("Blue Bottle",))


def evidence(body: bytes) -> object:
    """Extract everything, as a visit does."""
    return extract(
        body, url="https://page.example/a/b.html", headers={"content-type": "text/html"}, property=PROPERTY
    )


def bare_walk(body: bytes) -> object:
    """Ask every element of the tree for its tag and attributes, and nothing else."""
    elements = turbohtml.parse(body, positions=False).iter_elements()
    return [(element.tag, element.attrs.copy()) for element in elements]


class _Listener(SaxHandler):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def start_element(self, tag: str, attrs: tuple[tuple[str, str | None], ...]) -> None:
        self.heard.append((tag, attrs))

    def characters(self, data: str) -> None:
        self.heard.append(data)


def bare_events(body: bytes) -> object:
    """Be told every element with its attributes and every text while the parser builds its tree."""
    listener = _Listener()
    sax_parse(body.decode("utf-8", "replace"), listener)
    return listener.heard


CONTESTANTS: dict[str, Callable[[bytes], object]] = {
    "evidence": evidence,
    "bare walk": bare_walk,
    "bare events": bare_events,
    "turbohtml parse": turbohtml.parse,
    "lxml parse": lxml_html.document_fromstring,
}


def load(folder: Path, most: int) -> list[bytes]:
    """Read the saved pages, packed or not."""
    paths = sorted(path for path in folder.iterdir() if path.name.endswith((".html", ".html.gz")))[:most]
    return [
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths
    ]


def rate(read: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    """Return pages a second of processor time."""
    start = time.process_time()
    for page in pages:
        read(page)
    return len(pages) / (time.process_time() - start)


def main() -> None:
    """Print the medians and their ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    pages = load(options.folder, options.pages)
    print(f"{len(pages)} pages of {sum(map(len, pages)) / len(pages) / 1000:.0f} KB")
    rates: dict[str, list[float]] = {name: [] for name in CONTESTANTS}
    for _ in range(options.runs):
        for name, read in CONTESTANTS.items():
            rates[name].append(rate(read, pages))
    ours = statistics.median(rates["evidence"])
    for name, found in rates.items():
        median = statistics.median(found)
        spread = f"({min(found):.0f} to {max(found):.0f})"
        print(f"{name:16} {median:8.0f} pages/s  {spread}  evidence is {ours / median:.2f} of it")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
