"""The passes over reports and visits: the store, a shard at a time, to frames; frames to findings."""

from collections.abc import Callable
from dataclasses import dataclass

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
from store.reading import bulk_reader, shards

SHARD = 50_000
"""Backlinks that are in memory at a time, with the words of their pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the signals that need no verdicts say."""

    findings: pl.DataFrame
    """Columns of `analysis.signal.FINDING`, `signal` and `domain_id`."""
    pages: pl.DataFrame
    """As `fusion.fuse` wants them."""
    members: pl.DataFrame
    """Pages with shared fingerprints, as in `analysis.crowd.Crowd`."""
    frames: Frames
    """Of the last shard."""


def findings_of(
    store: Store,
    known: KnownProperty,
    rules: Policy,
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> Gathered:
    """Run the signals over every page of a property, a shard at a time."""
    owner = owner_of(known.property)
    chosen = tuple(signal for signal in signals() if signal.needs is not Pass.VERDICTS)
    found: list[pl.DataFrame] = []
    pages: list[pl.DataFrame] = []
    done = 0
    with bulk_reader(store, property_key(known.property.name)) as reader:
        crowd = crowd_of(reader.fingerprints(), reader.claims(), brands=owner.brands)
        for shard in shards(known.backlinks, size=SHARD):
            frames = frames_of(read_tables(reader, shard), owner=owner, crowd=crowd)
            found.append(run_signals(frames, chosen, rules))
            pages.append(pages_of(frames))
            done = min(known.backlinks, done + SHARD)
            if on_progress is not None:
                on_progress(done, known.backlinks)
    all_pages = pl.concat(pages)
    findings = pl.concat(found).join(all_pages.select("page_id", "domain_id"), on="page_id")
    return Gathered(findings=findings, pages=all_pages, members=crowd.members, frames=frames)


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
