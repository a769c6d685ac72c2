"""The passes over reports and visits: the store, a shard at a time, to frames; frames to findings."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import narwhals as nw
import polars as pl

from analysis.crowd import crowd_of, hearsay_of
from analysis.digest import Digest, digest_of
from analysis.frames import Frames
from analysis.framing import Tables, frames_of, read_tables
from analysis.plugins import signals
from analysis.policy import Policy
from analysis.signal import FINDING, Pass, Signal
from analysis.topics import owner_of
from store.database import Store
from store.properties import KnownProperty, property_key
from store.reading import BulkReader, bulk_reader
from store.shards import shards
from store.spool import Spool, spooled

SHARD = 25_000
"""Backlinks that a worker has in memory at a time, with the words of their pages."""
WORKERS = 2
"""Threads: while one waits for the database, or for a step that uses one processor, the other one goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the signals say about the domains of one shard; the findings, most of the data, wait in a file."""

    file: Path
    pages: pl.DataFrame
    """As `fusion.fuse` wants them."""
    digest: Digest

    def findings(self) -> pl.DataFrame:
        """Return the columns of `analysis.signal.FINDING`, `signal` and `domain_id`."""
        return pl.read_ipc(self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the signals that need no verdicts say."""

    parts: tuple[Part, ...]
    members: pl.DataFrame
    """Pages with shared fingerprints, as in `analysis.crowd.Crowd`."""


def findings_of(
    store: Store,
    known: KnownProperty,
    rules: Policy,
    *,
    folder: Path,
    on_progress: Callable[[int, int], None] | None = None,
) -> Gathered:
    """Run the signals over every page of a property, a shard at a time; `folder` is for their findings."""
    owner = owner_of(known.property)
    chosen = tuple(signal for signal in signals() if signal.needs is not Pass.VERDICTS)
    parted = shards(known.backlinks, size=SHARD)
    parts: list[Part] = []
    with (
        _readers(store, property_key(known.property.name)) as readers,
        spooled(readers[0], parted) as spool,
        ThreadPoolExecutor(WORKERS) as pool,
    ):
        numbers = range(len(parted))
        crowd = crowd_of(pool.map(partial(hearsay_of, spool), numbers), brands=owner.brands)
        free = SimpleQueue[BulkReader]()
        for reader in readers:
            free.put(reader)

        def judge(number: int) -> Part:
            tables = _read(free, spool, number)
            frames = frames_of(tables, owner=owner, crowd=crowd)
            pages = pages_of(frames)
            found = run_signals(frames, chosen, rules).join(
                pages.select("page_id", "domain_id"), on="page_id"
            )
            part = Part(file=folder / f"{number}.arrow", pages=pages, digest=digest_of(tables, found))
            found.sort("page_id", "signal", "backlink_id").write_ipc(part.file)
            return part

        for part in pool.map(judge, numbers):
            parts.append(part)
            if on_progress is not None:
                on_progress(min(known.backlinks, len(parts) * SHARD), known.backlinks)
    return Gathered(parts=tuple(parts), members=crowd.members)


@contextmanager
def _readers(store: Store, property_id: int) -> Iterator[list[BulkReader]]:
    """Open a reader for each worker."""
    with ExitStack() as stack:
        yield [stack.enter_context(bulk_reader(store, property_id)) for _ in range(WORKERS)]


def _read(free: SimpleQueue[BulkReader], spool: Spool, number: int) -> Tables:
    """Read a shard with a reader that nobody uses at the moment."""
    reader = free.get()
    try:
        return read_tables(reader, spool, number)
    finally:
        free.put(reader)


def run_signals(frames: Frames, chosen: tuple[Signal, ...], rules: Policy) -> pl.DataFrame:
    """Return the findings of some signals over one set of frames."""
    found = [
        signal.find(frames, rules[signal.id])
        .select(*FINDING)
        .with_columns(nw.col("backlink_id", "visit_id").cast(nw.Int64), signal=nw.lit(signal.id))
        .to_native()
        for signal in chosen
    ]
    return pl.concat(pl.collect_all(found))


def pages_of(frames: Frames) -> pl.DataFrame:
    """Return the pages behind the backlinks, and whether a visit could say anything of them."""
    backlinks = frames.backlinks.to_native()
    visits = frames.visits.select("page_id", "readable").to_native()
    return (
        backlinks.group_by("page_id")
        .agg(pl.col("domain_id", "domain").first(), failed=(pl.col("state") == "unknown").all())
        .join(visits, on="page_id", how="left")
        .with_columns(pl.col("readable").fill_null(value=False))
        .sort("page_id")
        .collect()
    )
