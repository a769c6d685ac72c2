"""From findings to verdicts, a shard at a time, and once more where a campaign speaks."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import polars as pl

from analysis.plugins import signals
from analysis.policy import Policy
from analysis.seen.framing import frames_of_kin
from analysis.signal import Pass, Signal
from analysis.verdicts.campaigns import Campaigns, campaigns_of, kinship
from analysis.verdicts.fusion import Verdicts, fuse
from analysis.verdicts.passes import WORKERS, Gathered, Part, run_signals
from store.conclusions.judgements import Judgements, with_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded:
    """What the findings come to."""

    verdicts: Verdicts
    alone: pl.DataFrame
    """`page_id` and `state` of pages before the campaigns were heard."""
    campaigns: Campaigns
    together: pl.DataFrame
    """Findings that need verdicts, with the columns of the others."""
    domains: pl.DataFrame
    """`page_id`, `domain_id` and `domain` of every page."""

    def flagged(self) -> pl.DataFrame:
        """Return the domains that a person should look at: `domain_id`, `name`, `state`, `score`, `pages`."""
        names = self.domains.select("domain_id", name="domain").unique("domain_id")
        return (
            self.verdicts.domains.filter("flagged")
            .select("state", "pages", domain_id="subject_id", score=pl.col("score").fill_null(0.0))
            .join(names, on="domain_id")
        )


def conclude(
    gathered: Gathered,
    rules: Policy,
    *,
    chosen: tuple[Signal, ...] | None = None,
    exempt: frozenset[str] = frozenset(),
    others: pl.DataFrame | None = None,
) -> Concluded:
    """Judge all pages, and those of proven campaigns once more with what the verdicts say about these.

    `others`: pages with the columns of `Concluded.alone` that were judged before and count in campaigns.
    """
    fusing = _Fusing(signals() if chosen is None else chosen, rules, exempt)
    with ThreadPoolExecutor(WORKERS) as pool:
        alone = _joined(pool.map(lambda part: fusing.of(part.findings(), part.pages), gathered.parts))
    states = alone.pages.select("state", page_id="subject_id").select("page_id", "state")
    everybody = states if others is None else pl.concat([states, others.select("page_id", "state")])
    campaigns = campaigns_of(gathered.groups, gathered.members, everybody, rules["campaign"])
    pages = pl.concat(part.pages for part in gathered.parts)
    domains = pages.select("page_id", "domain_id", "domain")
    if not fusing.late:
        nothing = gathered.parts[-1].findings().clear()
        return Concluded(verdicts=alone, alone=states, campaigns=campaigns, together=nothing, domains=domains)
    together = run_signals(frames_of_kin(kinship(campaigns, pages)), fusing.late, rules).join(
        pages.select("page_id", "domain_id"), on="page_id"
    )
    again = [
        fusing.of(*_of_domains(part, together))
        for part in gathered.parts
        if not part.pages.join(together, on="domain_id", how="semi").is_empty()
    ]
    verdicts = _replaced(alone, again)
    return Concluded(verdicts=verdicts, alone=states, campaigns=campaigns, together=together, domains=domains)


def judgements_of(concluded: Concluded, property_id: int, found: Iterable[pl.DataFrame] = ()) -> Judgements:
    """Return what is to be stored, with `found` findings of the signals that need no verdicts."""
    verdicts = concluded.verdicts
    return Judgements(
        findings=[*found, concluded.together],
        verdicts=pl.concat([verdicts.pages, verdicts.domains]).sort("subject", "subject_id"),
        campaigns=with_keys(concluded.campaigns.all, property_id),
    )


class _Fusing:
    """Fuses findings by one set of signals."""

    def __init__(self, chosen: tuple[Signal, ...], rules: Policy, exempt: frozenset[str]) -> None:
        self._chosen = chosen
        self._rules = rules
        self._exempt = exempt

    @property
    def late(self) -> tuple[Signal, ...]:
        """The signals that need verdicts."""
        return tuple(signal for signal in self._chosen if signal.needs is Pass.VERDICTS)

    def of(self, findings: pl.DataFrame, pages: pl.DataFrame) -> Verdicts:
        ours = findings.filter(pl.col("signal").is_in([signal.id for signal in self._chosen]))
        return fuse(ours, pages, signals=self._chosen, policy=self._rules["fusion"], exempt=self._exempt)


def _of_domains(part: Part, together: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return all findings and pages of those domains of a shard that the late findings speak of."""
    findings = pl.concat([part.findings(), together]).join(together, on="domain_id", how="semi")
    pages = part.pages.join(together, on="domain_id", how="semi")
    return findings.join(pages, on="page_id", how="semi"), pages


def _joined(parts: Iterable[Verdicts]) -> Verdicts:
    verdicts = tuple(parts)
    return Verdicts(
        pages=pl.concat(one.pages for one in verdicts), domains=pl.concat(one.domains for one in verdicts)
    )


def _replaced(alone: Verdicts, again: list[Verdicts]) -> Verdicts:
    """Put the later verdicts in the place of the first ones."""
    if not again:
        return alone
    later = _joined(again)
    return Verdicts(
        pages=pl.concat([alone.pages.join(later.pages, on="subject_id", how="anti"), later.pages]),
        domains=pl.concat([alone.domains.join(later.domains, on="subject_id", how="anti"), later.domains]),
    )
