"""How long the analysis of a large store takes, and how much memory: `python -m benchmarks.analysis [SIZE ...]`.

For each size a store is made: five backlinks a domain, a visit with evidence for every page, a tenth of the
pages galleries, a tenth doorways. The analysis runs in a process of its own, so that its peak memory is its own.
Limits: 1,000,000 backlinks in 60 s and 2 GB, time growing linearly; after a report of 1,000 rows more, 5 s.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

import linkwitness  # noqa: F401  # as in the program, the measured process keeps memory a while
from evidence.property import Property
from store.database import open_store
from store.frames.reading import bulk_connection
from store.frames.shards import KEYS
from store.properties import property_key, put_property

NAME = "shop.example"
NOW = datetime(2026, 11, 21, tzinfo=UTC)
BATCH = 100_000
WORDS = 120
"""Distinct words of a page's text, a page of the labelled web having about 280 words."""
TARGETS = 2_000
DOORWAY = 1
"""The kind of every tenth page."""
SECONDS, GIGABYTES = 60, 2
ADDED, ADDED_SECONDS = 1_000, 5
LARGE = 300_000
"""Backlinks from which a report more is analysed: in a store of 100,000 it concerns too many others."""
SAID = 'backlink_id, source_url, target_url, title, "left", anchor, "right", type, language, first_seen, last_seen, lost_reason'
"""Columns of statements that a second report says as well."""


def make(path: Path, size: int) -> None:
    """Write a store of `size` backlinks."""
    store = open_store(f"sqlite:///{path}")
    with store.write() as session:
        put_property(session, Property(name=NAME, domains=(NAME,), brands=("Shop Example",)), now=NOW)
    with bulk_connection(store) as connection, connection.cursor() as cursor:
        for table, rows in _claims(size):
            cursor.adbc_ingest(table, rows.to_arrow(), mode="append")
        for start in range(0, size, BATCH):
            for table, rows in _batch(start, min(size, start + BATCH)):
                cursor.adbc_ingest(table, rows.to_arrow(), mode="append")
        connection.commit()


def _claims(size: int) -> list[tuple[str, pl.DataFrame]]:
    owner = property_key(NAME)
    targets = pl.DataFrame({"n": range(TARGETS)}).select(
        id=_key("n", 2),
        property_id=pl.lit(owner),
        url=pl.format("https://shop.example/img/{}-{}-{}.jpg", *(_word("n", step) for step in (1, 7, 13))),
        is_image=pl.lit(value=True),
        page_url=pl.lit(""),
    )
    return [("domain", _domains(0, size // 5 + 1)), ("target", targets), ("report", _report(1, size))]


def _report(number: int, size: int) -> pl.DataFrame:
    return pl.DataFrame({"id": [number], "property_id": [property_key(NAME)], "sha256": [f"ab{number}"],
                         "file_name": ["r.csv"], "format": ["x"], "tool": ["ahrefs"], "imported_at": [0],
                         "rows": [size], "skipped": [0]})  # fmt: skip


def _domains(start: int, end: int) -> pl.DataFrame:
    return pl.DataFrame({"n": range(start, end)}).select(
        id=_key("n", 1), name=pl.format("host{}.example", "n"), leased_by=pl.lit("")
    )


def add(path: Path, size: int) -> None:
    """Add a report of `ADDED` rows: half of them on pages of new domains, visited since, half known before."""
    store = open_store(f"sqlite:///{path}")
    known = f"""INSERT INTO statement ({SAID}, report_id, line)
        SELECT {SAID}, 2, {2 * size} + line FROM statement WHERE line % {size // (ADDED // 2)} = 0"""
    with bulk_connection(store) as connection, connection.cursor() as cursor:
        cursor.adbc_ingest(
            "domain", _domains(size // 5 + 1, (size + ADDED // 2) // 5 + 1).to_arrow(), mode="append"
        )
        cursor.adbc_ingest("report", _report(2, ADDED).to_arrow(), mode="append")
        for table, rows in _batch(size, size + ADDED // 2, report=2):
            cursor.adbc_ingest(table, rows.to_arrow(), mode="append")
        cursor.execute(known)
        connection.commit()


def _batch(start: int, end: int, report: int = 1) -> list[tuple[str, pl.DataFrame]]:
    rows = pl.DataFrame({"n": range(start, end)}).with_columns(
        domain=pl.col("n") // 5, target=(pl.col("n").hash(7) % TARGETS).cast(pl.Int64), kind=pl.col("n") % 10,
        slug=pl.format("{}-{}-{}", *(_word("n", step) for step in (3, 5, 11))),
    ).with_columns(host=pl.format("host{}.example", "domain"), title=pl.col("slug").str.replace_all("-", " "))  # fmt: skip
    rows = rows.with_columns(url=pl.format("https://{}/{}.html", "host", "slug"))
    pages = rows.select("url", "host", id=_key("n", 3), domain_id=_key("domain", 1))
    visits = _visits(rows).with_columns(vocabulary=pl.Series(_texts(start, end)))
    return [("page", pages), ("visit", visits), *_links(rows, report), ("reference", _references(rows))]


def _visits(rows: pl.DataFrame) -> pl.DataFrame:
    """Make a visit to each page; every tenth one is a gallery."""
    gallery = pl.col("kind") == 0
    empty = {name: pl.lit("") for name in ("error", "address", "content_type", "body_sha256", "archive_file")}
    return rows.select(
        "url", "title", id=pl.col("n") + 1, page_id=_key("n", 3), domain_id=_key("domain", 1), h1="title",
        purpose=pl.lit("page"), profile=pl.lit("plain"), started_at=pl.lit(0), elapsed_ms=pl.lit(9),
        final_url="url", status=pl.lit(200), hops=pl.lit("[]"), body_bytes=pl.lit(9), truncated=pl.lit(value=False),
        **empty, language=pl.lit("en"), noindex=pl.lit(value=False), words=pl.lit(280), prose_words=pl.lit(240),
        compression=pl.lit(1.7), link_density=pl.lit(0.1), links=pl.lit(12), embeds=pl.lit(9),
        foreign_links=pl.lit(2), foreign_embeds=pl.when(gallery).then(9).otherwise(1),
        foreign_link_hosts=pl.lit(2), foreign_embed_hosts=pl.when(gallery).then(8).otherwise(1),
        simhash=_key("n", 9), template_hash=pl.format("t{}", pl.col("n") % 5000), traits=pl.lit("[]"),
        limits=pl.lit("[]"),
    )  # fmt: skip


def _links(rows: pl.DataFrame, report: int) -> list[tuple[str, pl.DataFrame]]:
    """Make the backlinks, and what a report says of them."""
    doorway = pl.col("kind") == DOORWAY
    backlinks = rows.select(
        id=_key("n", 4), property_id=pl.lit(property_key(NAME)), page_id=_key("n", 3), target_id=_key("target", 2),
        state=pl.when(doorway).then(pl.lit("absent")).otherwise(pl.lit("present")),
        reason=pl.when(doorway).then(pl.lit("redirected-home")).otherwise(pl.lit("embed")),
        detail=pl.lit("as seen"), level=pl.lit("L0"), visibility=pl.lit("visible"), seen_loads=pl.lit(1),
        loads=pl.lit(1), visit_id=pl.col("n") + 1,
    )  # fmt: skip
    said = {name: pl.lit("") for name in ("left", "right", "language", "lost_reason")}
    statements = rows.select(
        "title", report_id=pl.lit(report), line=pl.col("n") + 2, backlink_id=_key("n", 4), source_url="url",
        target_url=pl.lit("x"), anchor=pl.lit("A picture of ours"), type=pl.lit("image"), **said,
        first_seen=1_700_000_000 + pl.col("n") % 700 * 86_400, last_seen=pl.lit(1_780_000_000),
    )  # fmt: skip
    return [("backlink", backlinks), ("statement", statements)]


def _references(rows: pl.DataFrame) -> pl.DataFrame:
    """Make the finds of the visits; a doorway has none."""
    return rows.filter(pl.col("kind") != DOORWAY).select(
        visit_id=pl.col("n") + 1, page_id=_key("n", 3), backlink_id=_key("n", 4), kind=pl.lit("embed"),
        level=pl.lit("L0"), visibility=pl.lit("visible"), hidden_by=pl.lit(""), place=pl.lit("main"),
        element=pl.lit("img"), attribute=pl.lit("src"), url=pl.lit("https://shop.example/img/a.jpg"),
        resolved=pl.lit(""), via=pl.lit(""), anchor=pl.lit("A picture of ours"),
        left=pl.lit("five words to the left"), right=pl.lit("five words to the right"), rel=pl.lit(""),
        readings=pl.lit('["browser"]'),
    )  # fmt: skip


def _key(column: str, kind: int) -> pl.Expr:
    """Keys spread like hashes: a multiplicative permutation of the numbers."""
    return ((pl.col(column).cast(pl.UInt64) * 8 + kind) * 0x9E3779B97F4A7C15 % KEYS).cast(pl.Int64)


def _word(column: str, step: int) -> pl.Expr:
    return pl.format("word{}", pl.col(column) * step * 104_729 % 30_000)


def _texts(start: int, end: int) -> list[str]:
    chosen = random.Random(start)
    stock = [" ".join(f"word{chosen.randrange(30_000)}" for _ in range(WORDS)) for _ in range(500)]
    return [f"{stock[number % 500]} word{number}" for number in range(start, end)]


def measure(path: Path) -> None:
    """Analyse a store and print seconds and gigabytes."""
    from analysis.analyse import analyse

    store = open_store(f"sqlite:///{path}")
    began = time.perf_counter()
    analyse(store, NAME, now=NOW)
    seconds = time.perf_counter() - began
    print(f"{seconds:.2f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9:.2f}")


def main(sizes: list[int]) -> None:
    """Measure every size, whole and again after one more report, and say whether the limits hold."""
    print(f"{'backlinks':>10} {'':>5} {'seconds':>8} {'GB':>5} {'microseconds each':>18}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "store.db"
            make(path, size)
            _show("whole", size, path, SECONDS * size / 1_000_000)
            if size >= LARGE:
                add(path, size)
                _show("again", ADDED, path, ADDED_SECONDS)


def _show(kind: str, size: int, path: Path, limit: float) -> None:
    command = [sys.executable, "-m", "benchmarks.analysis", "measure", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, gigabytes = map(float, done.stdout.split())
    kept = "ok" if seconds <= limit and gigabytes <= GIGABYTES else "TOO MUCH"
    print(f"{size:>10,} {kind:>5} {seconds:>8.1f} {gigabytes:>5.2f} {seconds / size * 1e6:>18.1f}  {kept}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        measure(Path(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or [100_000, 300_000, 1_000_000])
