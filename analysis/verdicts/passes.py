"""The passes over reports and visits: the store, a shard at a time, to frames; frames to findings."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import narwhals as nw
import polars as pl

from analysis.at_large.crowd import Crowd, Hearsay, Others, crowd_of, hearsay_of
from analysis.divergences.disagreement import Cuts, cuts_in
from analysis.plugins import signals
from analysis.policy import Policy, Section
from analysis.seen.frames import Frames
from analysis.seen.framing import Tables, frames_of, read_tables
from analysis.seen.topics import Owner, owner_of
from analysis.signal import FINDING, Pass, Signal
from analysis.verdicts.digest import Digest, digest_of
from store.database import Store
from store.frames.reading import BulkReader, bulk_reader
from store.frames.shards import shards
from store.frames.spool import Spool, spooled
from store.properties import KnownProperty, property_key

SHARD = 25_000
"""Backlinks that a worker has in memory at a time, with the words of their pages."""
WORKERS = 2
"""Threads: while one waits for the database, or for a step that uses one processor, the other one goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the signals say about the domains of one shard; the findings, most of the data, wait in a file."""

    file: Path
    heard: Path
    """The beginning of the names of two files: what these domains add to the counts at large."""
    pages: pl.DataFrame
    """As `fusion.fuse` wants them."""
    digest: Digest
    cuts: Cuts

    def findings(self) -> pl.DataFrame:
        """Return the columns of `analysis.signal.FINDING`, `signal` and `domain_id`."""
        return pl.read_ipc(self.file)

    def hearsay(self) -> Hearsay:
        """Return what these domains add to the counts at large."""
        return Hearsay(**{name: pl.read_ipc(f"{self.heard}-{name}.arrow") for name in ("pages", "claims")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Some domains that are to be judged, and what all others add to the counts at large."""

    domains: pl.DataFrame
    """`domain_id`."""
    backlinks: int
    """About how many backlinks they have."""
    others: Others
    cuts: Cuts
    """What the last whole analysis found (`analysis.divergences.disagreement`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the signals that need no verdicts say."""

    parts: tuple[Part, ...]
    groups: pl.DataFrame
    members: pl.DataFrame
    """Pages with shared fingerprints, as in `analysis.at_large.crowd.Crowd`."""


def findings_of(
    store: Store,
    known: KnownProperty,
    rules: Policy,
    *,
    folder: Path,
    on_progress: Callable[[int, int], None] | None = None,
    only: Chosen | None = None,
) -> Gathered:
    """Run the signals over every page of a property, a shard at a time; `folder` is for their findings.

    With `only`, the pages of some domains are looked at and all others just counted.
    """
    owner = owner_of(known.property)
    backlinks = known.backlinks if only is None else only.backlinks
    parted = shards(backlinks, size=SHARD)
    parts: list[Part] = []
    with (
        _readers(store, known, only) as readers,
        spooled(*readers, parts=parted) as spool,
        ThreadPoolExecutor(WORKERS) as pool,
    ):
        numbers = range(len(parted))
        heard = pool.map(partial(_hear, spool, folder, rules["campaign"]), numbers)
        crowd = crowd_of(heard, brands=owner.brands, rules=rules, others=only.others if only else None)
        judging = _Judging(
            spool=spool,
            free=_free(readers),
            owner=owner,
            crowd=crowd,
            cuts=None if only is None else only.cuts,
            rules=rules,
            folder=folder,
        )
        for part in pool.map(judging.of, numbers):
            parts.append(part)
            if on_progress is not None:
                on_progress(min(backlinks, len(parts) * SHARD), backlinks)
    return Gathered(parts=tuple(parts), groups=crowd.groups, members=crowd.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judging:
    """What the shards are judged by, each in a thread of its own."""

    spool: Spool
    free: SimpleQueue[BulkReader]
    """Readers that nobody uses at the moment."""
    owner: Owner
    crowd: Crowd
    cuts: Cuts | None
    rules: Policy
    folder: Path

    def of(self, number: int) -> Part:
        """Judge one shard; its findings go into a file."""
        tables = self._read(number)
        frames = frames_of(tables, owner=self.owner, crowd=self.crowd, rules=self.rules, cuts=self.cuts)
        pages = pages_of(frames)
        early = tuple(signal for signal in signals() if signal.needs is not Pass.VERDICTS)
        found = run_signals(frames, early, self.rules).join(
            pages.select("page_id", "domain_id"), on="page_id"
        )
        part = Part(
            file=self.folder / f"{number}.arrow",
            heard=self.folder / f"{number}",
            pages=pages,
            digest=digest_of(tables, found),
            cuts=cuts_in(frames.disagreements.to_native().collect()),
        )
        found.sort("domain_id", "page_id", "signal", "backlink_id").write_ipc(part.file)
        return part

    def _read(self, number: int) -> Tables:
        reader = self.free.get()
        try:
            return read_tables(reader, self.spool, number)
        finally:
            self.free.put(reader)


def _free(readers: Iterable[BulkReader]) -> SimpleQueue[BulkReader]:
    free = SimpleQueue[BulkReader]()
    for reader in readers:
        free.put(reader)
    return free


@contextmanager
def _readers(store: Store, known: KnownProperty, only: Chosen | None) -> Iterator[list[BulkReader]]:
    """Open a reader for each worker."""
    owner, domains = property_key(known.property.name), None if only is None else only.domains
    with ExitStack() as stack:
        yield [stack.enter_context(bulk_reader(store, owner, domains)) for _ in range(WORKERS)]


def _hear(spool: Spool, folder: Path, policy: Section, number: int) -> Hearsay:
    """Read what one shard adds to the counts at large, and keep it for the next analysis."""
    heard = hearsay_of(spool, number, policy)
    heard.pages.write_ipc(folder / f"{number}-pages.arrow")
    heard.claims.write_ipc(folder / f"{number}-claims.arrow")
    return heard


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
