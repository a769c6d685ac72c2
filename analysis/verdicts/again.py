"""Judging again what has changed, with counts at large that know of all of it.

What the last analysis counted is remembered; the rows of changed domains take the place of their earlier
ones, and only these domains are looked at. So are those that share a small group with a page that has come or
gone, and the members of a campaign that says something else of them now. For all others the counts at large
that their findings quote stay those of the last time they were judged, until the next whole analysis
(`analysis.verdicts.news`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from analysis.at_large.crowd import hearsay_of
from analysis.policy import Policy
from analysis.verdicts.campaigns import turned
from analysis.verdicts.concluding import Concluded, conclude, judgements_of
from analysis.verdicts.counting import corrected
from analysis.verdicts.digest import whole
from analysis.verdicts.memory import Memory, parts_of, remembered
from analysis.verdicts.news import few
from analysis.verdicts.passes import Chosen, Gathered, findings_of
from analysis.verdicts.queueing import rewrite_queue
from store.conclusions.basis import Known, forget, keep, packed
from store.conclusions.rejudging import replace_some
from store.database import Store
from store.frames.reading import bulk_reader
from store.frames.spool import spooled
from store.looks.tallies import count, kept
from store.properties import KnownProperty, never_flagged, property_key

COUNTING = ("campaign", "address-campaign", "shared-address")
"""Signals that speak of groups with one fingerprint, from a number of domains on."""
SMALL_GROUP = 4
"""Groups of up to so many times that number are judged again as a whole when pages come or go: there it
matters. In a larger one a domain more or less says little new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """One analysis of what has changed."""

    store: Store
    known: KnownProperty
    rules: Policy
    then: Known
    """What the analysis before knew."""
    current: Known
    """What this one knows."""
    now: datetime
    on_progress: Callable[[int, int], None] | None

    @property
    def name(self) -> str:
        """The property's name."""
        return self.known.property.name

    def judge(self, changed: frozenset[int]) -> bool:
        """Judge these domains, and those that they concern; say whether they are few enough for that."""
        if not changed:
            return True
        memory = remembered(self.store, self.name)
        domains = pl.DataFrame({"domain_id": sorted(changed)}, schema={"domain_id": pl.Int64})
        pages = self._pages(domains)
        largest = SMALL_GROUP * max(self.rules[signal]["domains"] for signal in COUNTING)
        domains = _with(domains, memory.groups_changed_by(pages, largest=largest))
        with bulk_reader(self.store, property_key(self.name)) as reader:
            campaigns = reader.campaigns()
        while few(self.then, domains.height):
            with TemporaryDirectory() as folder:
                groups = memory.groups_of(domains, pages)
                gathered, concluded = self._concluded(memory, domains, groups, Path(folder))
                concerned = campaigns.join(groups, on=groups.columns, how="semi")
                other = turned(concerned, concluded.campaigns.all, self.rules)
                more = _with(domains, memory.with_any(other))
                if more.height == domains.height:
                    self._write(memory.without(domains), groups, gathered, concluded)
                    return True
            domains = more
        return False

    def _pages(self, domains: pl.DataFrame) -> pl.DataFrame:
        """Return the pages of some domains with their fingerprints."""
        with bulk_reader(self.store, property_key(self.name), domains) as reader, spooled(reader) as spool:
            return hearsay_of(spool, 0, self.rules["campaign"]).pages

    def _concluded(
        self, memory: Memory, domains: pl.DataFrame, groups: pl.DataFrame, folder: Path
    ) -> tuple[Gathered, Concluded]:
        others = memory.beside(domains, groups)
        share = domains.height / max(1, self.then.domains)
        chosen = Chosen(
            domains=domains,
            backlinks=int(share * self.known.backlinks),
            others=others,
            cuts=self.then.cuts,
        )
        gathered = findings_of(
            self.store, self.known, self.rules, folder=folder, on_progress=self.on_progress, only=chosen
        )
        states = memory.pages.select("page_id", "state").join(others.members, on="page_id", how="semi")
        concluded = conclude(gathered, self.rules, exempt=never_flagged(self.known), others=states)
        return gathered, concluded

    def _write(self, others: Memory, groups: pl.DataFrame, gathered: Gathered, concluded: Concluded) -> None:
        """Put what was concluded in the place of what was; if something stops this, the next one is whole."""
        forget(self.store, self.name)
        owner = property_key(self.name)
        judged = judgements_of(concluded, owner, (part.findings() for part in gathered.parts))
        gone = replace_some(self.store, owner, judged, concluded.domains, groups, now=self.now)
        digest = whole([part.digest for part in gathered.parts])
        heard = [part.hearsay() for part in gathered.parts]
        pages = pl.concat([others.pages.drop("state"), *(one.pages for one in heard)])
        named = rewrite_queue(
            self.store, self.name, concluded, digest, pages=pages, policy=self.rules["queue"], now=self.now
        )
        with self.store.read() as session:
            counts = corrected(kept(session, self.name), gone, judged.verdicts)
        count(self.store, self.name, now=self.now, counted=[*counts, *named])
        known = replace(
            self.current,
            domains=self.then.domains,
            judged_again=self.then.judged_again + concluded.verdicts.domains.height,
            cuts=self.then.cuts,
            whole_at=self.then.whole_at,
            parts=self.then.parts,
        )
        keep(self.store, self.name, known, packed(parts_of(heard, concluded.alone)))


def _with(domains: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([domains, others.select("domain_id")]).unique().sort("domain_id")
