"""The whole analysis of one property: store to frames, frames to findings, findings to verdicts."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from analysis.divergences.disagreement import common_cuts
from analysis.policy import Policy, policy
from analysis.verdicts.again import Again
from analysis.verdicts.concluding import conclude, judgements_of
from analysis.verdicts.counting import verdict_counts
from analysis.verdicts.digest import whole as digests
from analysis.verdicts.fusion import BENIGN, SPAM, SUSPICIOUS, UNDECIDED
from analysis.verdicts.memory import parts_of
from analysis.verdicts.news import knowledge, news
from analysis.verdicts.passes import findings_of
from analysis.verdicts.queueing import queue_of
from store.conclusions.basis import Known, forget, keep, packed
from store.conclusions.judgements import replace_judgements
from store.conclusions.queueing import replace_queue
from store.database import Store
from store.looks.tallies import count, tallies
from store.properties import KnownProperty, find_property, never_flagged, property_key


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSummary:
    """What an analysis came to."""

    backlinks: int
    pages: int
    domains: int
    page_verdicts: Mapping[str, int]
    """Number of pages by state."""
    flagged_domains: int


def analyse(
    store: Store,
    property_name: str,
    *,
    now: datetime,
    rules: Policy | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    whole: bool = False,
) -> AnalysisSummary:
    """Judge every page and domain that refers to the property, and store the findings and verdicts.

    Where little has changed since the last analysis of a large store, only that is judged again, unless a
    `whole` analysis is asked for (`analysis.verdicts.again`). It goes by `rules`, or else by the defaults
    with the property's own numbers in their place. `on_progress` is told how many backlinks are done, of how
    many. Running it twice gives the same.

    Raises:
        UnknownPropertyError: the store has no such property.
    """
    with store.read() as session:
        known = find_property(session, property_name)
    rules = rules or policy(known.policy)
    current = knowledge(store, known, rules, now=now)
    found = None if whole else news(store, known, current)
    if found is not None:
        then, changed = found
        again = Again(
            store=store,
            known=known,
            rules=rules,
            then=then,
            current=current,
            now=now,
            on_progress=on_progress,
        )
        if again.judge(changed):
            return _summary(store, known)
    _analyse_all(store, known, rules, current, on_progress)
    return _summary(store, known)


def _analyse_all(
    store: Store,
    known: KnownProperty,
    rules: Policy,
    current: Known,
    on_progress: Callable[[int, int], None] | None,
) -> None:
    name, now = known.property.name, current.whole_at
    owner = property_key(name)
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as beside:
        gathered = findings_of(store, known, rules, folder=Path(folder), on_progress=on_progress)
        digest = digests([part.digest for part in gathered.parts])
        forget(store, name)
        # All of it is worked out, one after the other, while this thread writes.
        concluding = beside.submit(conclude, gathered, rules, exempt=never_flagged(known))
        judging = beside.submit(lambda: judgements_of(concluding.result(), owner))
        queueing = beside.submit(
            lambda: queue_of(
                concluding.result(), judging.result().campaigns, digest, policy=rules["queue"], now=now
            )
        )
        heard = (part.hearsay() for part in gathered.parts)
        packing = beside.submit(lambda: [*packed(parts_of(heard, concluding.result().alone))])
        found = (part.findings() for part in gathered.parts)
        replace_judgements(store, owner, found, judging.result, now=now)
        queue = queueing.result()
        replace_queue(store, owner, queue.rows, queue.facets)
        dated = digest.counts.select("topic", "name", pl.lit("").alias("part"), "number")
        verdicts = verdict_counts(judging.result().verdicts)
        count(store, name, now=now, counted=[*dated.iter_rows(), *verdicts, *queue.counts])
        cuts = common_cuts([part.cuts for part in gathered.parts])
        learned = replace(current, domains=concluding.result().verdicts.domains.height, cuts=cuts)
        keep(store, name, learned, packing.result())


def _summary(store: Store, known: KnownProperty) -> AnalysisSummary:
    name = known.property.name
    with store.read() as session:
        counted = tallies(session, name)
    verdicts = {(subject, state): number for subject, state, number in counted.verdicts}
    pages, domains = (
        {state: verdicts.get((subject, state), 0) for state in (SPAM, SUSPICIOUS, BENIGN, UNDECIDED)}
        for subject in ("page", "domain")
    )
    return AnalysisSummary(
        backlinks=known.backlinks,
        pages=sum(pages.values()),
        domains=sum(domains.values()),
        page_verdicts=pages,
        flagged_domains=counted.flagged,
    )
