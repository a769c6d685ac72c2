"""The whole analysis of one property: store to frames, frames to findings, findings to verdicts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from analysis.concluding import conclude
from analysis.digest import whole
from analysis.fusion import BENIGN, SPAM, SUSPICIOUS, UNDECIDED, Verdicts
from analysis.passes import findings_of
from analysis.policy import Policy, policy
from analysis.queueing import write_queue
from store.database import Store
from store.judgements import Judgements, replace_judgements
from store.properties import find_property, never_flagged, property_key
from store.tallies import count


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

    It goes by `rules`, or else by the defaults with the property's own numbers in their place.
    `on_progress` is told how many backlinks are done, of how many. Running it twice gives the same.

    Raises:
        UnknownPropertyError: the store has no such property.
    """
    with store.read() as session:
        known = find_property(session, property_name)
    rules = rules or policy(known.policy)
    with TemporaryDirectory() as folder:
        gathered = findings_of(store, known, rules, folder=Path(folder), on_progress=on_progress)
        concluded = conclude(gathered, rules, exempt=never_flagged(known))
        verdicts = concluded.verdicts
        findings = replace_judgements(
            store,
            property_key(property_name),
            Judgements(
                findings=chain((part.findings() for part in gathered.parts), [concluded.together]),
                verdicts=pl.concat([verdicts.pages, verdicts.domains]).sort("subject", "subject_id"),
                campaigns=concluded.campaigns.all,
                members=concluded.campaigns.members,
            ),
            now=now,
        )
    digest = whole([part.digest for part in gathered.parts])
    write_queue(store, property_name, concluded, digest, policy=rules["queue"], now=now)
    counted = digest.counts.select("topic", "name", pl.lit("").alias("part"), "number")
    count(store, property_name, now=now, counted=list(counted.iter_rows()))
    return _summary(known.backlinks, findings, verdicts)


def _summary(backlinks: int, findings: int, verdicts: Verdicts) -> AnalysisSummary:
    def by_state(rows: pl.DataFrame) -> dict[str, int]:
        counted = dict(rows.group_by("state").len().iter_rows())
        return {state: counted.get(state, 0) for state in (SPAM, SUSPICIOUS, BENIGN, UNDECIDED)}

    return AnalysisSummary(
        backlinks=backlinks,
        pages=verdicts.pages.height,
        domains=verdicts.domains.height,
        findings=findings,
        page_verdicts=by_state(verdicts.pages),
        domain_verdicts=by_state(verdicts.domains),
        flagged_domains=verdicts.domains.filter("flagged").height,
    )
