"""The whole analysis of one property: store to frames, frames to findings, findings to verdicts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import narwhals as nw
import polars as pl

from analysis.campaigns import Campaigns, campaigns_of, kinship
from analysis.fusion import BENIGN, SPAM, SUSPICIOUS, UNDECIDED, Verdicts, fuse
from analysis.passes import Gathered, findings_of, run_signals
from analysis.plugins import signals
from analysis.policy import Policy, policy
from analysis.queueing import write_queue
from analysis.signal import Pass, Signal
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
    gathered = findings_of(store, known, rules, on_progress=on_progress)
    concluded = conclude(gathered, rules, exempt=never_flagged(known))
    verdicts = concluded.verdicts
    replace_judgements(
        store,
        property_key(property_name),
        Judgements(
            findings=concluded.findings.sort("page_id", "signal", "backlink_id"),
            verdicts=pl.concat([verdicts.pages, verdicts.domains]).sort("subject", "subject_id"),
            campaigns=concluded.campaigns.all,
            members=concluded.campaigns.members,
        ),
        now=now,
    )
    write_queue(store, property_name, policy=rules["queue"], now=now)
    count(store, property_name, now=now)
    return _summary(known.backlinks, concluded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded:
    """What an analysis stores."""

    findings: pl.DataFrame
    verdicts: Verdicts
    campaigns: Campaigns


def conclude(
    gathered: Gathered,
    rules: Policy,
    *,
    chosen: tuple[Signal, ...] | None = None,
    exempt: frozenset[str] = frozenset(),
) -> Concluded:
    """Judge all pages, and once more with what the verdicts say about campaigns."""
    chosen = signals() if chosen is None else chosen
    findings = gathered.findings.filter(pl.col("signal").is_in([signal.id for signal in chosen]))
    alone = fuse(findings, gathered.pages, signals=chosen, policy=rules["fusion"], exempt=exempt)
    campaigns = campaigns_of(gathered.members, alone.pages, rules["campaign"])
    kin = nw.from_native(kinship(campaigns, gathered.pages).lazy())
    late = tuple(signal for signal in chosen if signal.needs is Pass.VERDICTS)
    if not late:
        return Concluded(findings=findings, verdicts=alone, campaigns=campaigns)
    together = run_signals(replace(gathered.frames, kin=kin), late, rules).join(
        gathered.pages.select("page_id", "domain_id"), on="page_id"
    )
    findings = pl.concat([findings, together])
    verdicts = fuse(findings, gathered.pages, signals=chosen, policy=rules["fusion"], exempt=exempt)
    return Concluded(findings=findings, verdicts=verdicts, campaigns=campaigns)


def _summary(backlinks: int, concluded: Concluded) -> AnalysisSummary:
    verdicts = concluded.verdicts

    def by_state(rows: pl.DataFrame) -> dict[str, int]:
        counted = dict(rows.group_by("state").len().iter_rows())
        return {state: counted.get(state, 0) for state in (SPAM, SUSPICIOUS, BENIGN, UNDECIDED)}

    return AnalysisSummary(
        backlinks=backlinks,
        pages=verdicts.pages.height,
        domains=verdicts.domains.height,
        findings=concluded.findings.height,
        page_verdicts=by_state(verdicts.pages),
        domain_verdicts=by_state(verdicts.domains),
        flagged_domains=verdicts.domains.filter("flagged").height,
    )
