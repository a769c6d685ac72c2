"""The passes over reports and visits: the store, a shard at a time, to frames; frames to findings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import narwhals as nw
import polars as pl

from analysis.crowd import crowd_of
from analysis.frames import Frames
from analysis.framing import frames_of, read_tables
from analysis.plugins import signals
from analysis.policy import Policy
from analysis.signal import FINDING, Pass, Signal
from analysis.topics import owner_of
from store.database import Store
from store.properties import KnownProperty, property_key
from store.reading import bulk_reader
from store.shards import shards

SHARD = 50_000
"""Backlinks that are in memory at a time, with the words of their pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the signals say about the domains of one shard; the findings, most of the data, wait in a file."""

    file: Path
    pages: pl.DataFrame
    """As `fusion.fuse` wants them."""

    def findings(self) -> pl.DataFrame:
        """Return the columns of `analysis.signal.FINDING`, `signal` and `domain_id`."""
        return pl.read_ipc(self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the signals that need no verdicts say."""

    parts: tuple[Part, ...]
    members: pl.DataFrame
    """Pages with shared fingerprints, as in `analysis.crowd.Crowd`."""
    frames: Frames
    """Of the last shard."""


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
    parts: list[Part] = []
    with bulk_reader(store, property_key(known.property.name)) as reader:
        crowd = crowd_of(reader.fingerprints(), reader.claims(), brands=owner.brands)
        for number, shard in enumerate(shards(known.backlinks, size=SHARD)):
            frames = frames_of(read_tables(reader, shard), owner=owner, crowd=crowd)
            pages = pages_of(frames)
            found = run_signals(frames, chosen, rules).join(
                pages.select("page_id", "domain_id"), on="page_id"
            )
            part = Part(file=folder / f"{number}.arrow", pages=pages)
            found.sort("page_id", "signal", "backlink_id").write_ipc(part.file)
            parts.append(part)
            if on_progress is not None:
                on_progress(min(known.backlinks, (number + 1) * SHARD), known.backlinks)
    return Gathered(parts=tuple(parts), members=crowd.members, frames=frames)


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
        .collect()
    )
