"""The whole analysis of one property: store to frames, frames to findings, findings to verdicts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import narwhals as nw
import polars as pl

from analysis.crowd import crowd_of
from analysis.frames import Frames
from analysis.framing import frames_of, read_tables
from analysis.fusion import BENIGN, SPAM, SUSPICIOUS, UNDECIDED, Verdicts, fuse
from analysis.plugins import signals
from analysis.policy import Policy, policy
from analysis.signal import FINDING, Signal
from analysis.topics import owner_of
from store.database import Store
from store.judgements import replace_judgements
from store.properties import KnownProperty, find_property, never_flagged, property_key
from store.reading import bulk_reader, shards

SHARD = 50_000
"""Backlinks that are in memory at a time, with the words of their pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSummary:
    """What an analysis came to."""

    backlinks: int
    pages: int
    domains: int
    findings: int
    page_verdicts: Mapping[str, int]
    """Number of pages by state."""
    domain_verdicts: Mapping[str, int]
    flagged_domains: int


def analyse(
    store: Store,
    property_name: str,
    *,
    now: datetime,
    rules: Policy | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> AnalysisSummary:
    """Judge every page and domain that refers to the property, and store the findings and verdicts.

    `on_progress` is told how many backlinks are done, of how many. Running it twice gives the same.

    Raises:
        UnknownPropertyError: the store has no such property.
    """
    rules = rules or policy()
    with store.read() as session:
        known = find_property(session, property_name)
    findings, pages = findings_of(store, known, rules, on_progress=on_progress)
    verdicts = fuse(
        findings,
        pages,
        signals=signals(),
        policy=rules["fusion"],
        exempt=never_flagged(known),
    )
    replace_judgements(
        store,
        property_key(property_name),
        findings.sort("page_id", "signal", "backlink_id"),
        pl.concat([verdicts.pages, verdicts.domains]).sort("subject", "subject_id"),
        now=now,
    )
    return _summary(known.backlinks, findings, verdicts)


def findings_of(
    store: Store,
    known: KnownProperty,
    rules: Policy,
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the findings about every page of a property, and the pages as `fusion.fuse` wants them."""
    owner = owner_of(known.property)
    found: list[pl.DataFrame] = []
    pages: list[pl.DataFrame] = []
    done = 0
    with bulk_reader(store, property_key(known.property.name)) as reader:
        crowd = crowd_of(reader.addresses())
        for shard in shards(known.backlinks, size=SHARD):
            frames = frames_of(read_tables(reader, shard), owner=owner, crowd=crowd)
            found.append(run_signals(frames, signals(), rules))
            pages.append(pages_of(frames))
            done = min(known.backlinks, done + SHARD)
            if on_progress is not None:
                on_progress(done, known.backlinks)
    all_pages = pl.concat(pages)
    return pl.concat(found).join(all_pages.select("page_id", "domain_id"), on="page_id"), all_pages


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


def _summary(backlinks: int, findings: pl.DataFrame, verdicts: Verdicts) -> AnalysisSummary:
    def count(rows: pl.DataFrame) -> dict[str, int]:
        counted = dict(rows.group_by("state").len().iter_rows())
        return {state: counted.get(state, 0) for state in (SPAM, SUSPICIOUS, BENIGN, UNDECIDED)}

    return AnalysisSummary(
        backlinks=backlinks,
        pages=verdicts.pages.height,
        domains=verdicts.domains.height,
        findings=findings.height,
        page_verdicts=count(verdicts.pages),
        domain_verdicts=count(verdicts.domains),
        flagged_domains=verdicts.domains.filter("flagged").height,
    )
