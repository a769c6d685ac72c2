"""What the machine says about every labelled case, beside what must be said."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from analysis.plugins import signals
from analysis.policy import Policy
from analysis.verdicts.concluding import conclude
from analysis.verdicts.fusion import SPAM
from analysis.verdicts.passes import Gathered, findings_of
from eval.fresh.serving import FRESH, UNNAMED
from eval.renderings.cases import HELD_OUT
from eval.renderings.owners import Owner
from eval.world import EVERYBODY, cases_of, made_for, store_url
from evidence.addresses.hosts import registrable_domain
from evidence.addresses.urls import normal_form
from store.database import open_store
from store.frames.reading import bulk_reader
from store.frames.spool import spooled
from store.identity import key
from store.properties import find_property, property_key
from tests.web.model import Case, Judgement

PART_OF = {HELD_OUT: "held-out", FRESH: "fresh", UNNAMED: "fresh-unnamed"}
"""What the editions count as; all others are open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the crawl left of all properties, ready to be judged again with some signals left out."""

    gathered: tuple[Gathered, ...]
    """One for each property."""
    seen: dict[int, dict[str, str]]
    """State, reason, level and visibility of each page's backlink."""
    visits: pl.DataFrame
    """Plain facts of the pages, for the search for leaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One case with its labels and what came out."""

    case: Case
    page_id: int
    part: str
    """One of `eval.gate.PARTS` for the labelled cases; `real`, `generated` or `doorway` for pages from outside."""
    domain: str
    spam: bool | None
    """None where an honest reading leaves it open."""
    called: str
    flagged: bool
    score: float
    """0 where there was too little to score."""
    seen: dict[str, str] | None
    """None when the report's row was left out."""

    @property
    def called_spam(self) -> bool:
        """Say whether the verdict is spam."""
        return self.called == SPAM

    @property
    def state_right(self) -> bool:
        """Say whether presence and its reason are what they must be."""
        expect = self.case.expect
        if self.seen is None or not expect.states:
            return self.seen is None and not expect.states
        return self.seen["state"] in expect.states and self.seen["reason"] in expect.reasons

    @property
    def visibility_right(self) -> bool | None:
        """Say whether visibility is what it must be; None where there is nothing to see."""
        wanted = self.case.expect.visibilities
        if not wanted or self.seen is None or self.seen["state"] != "present":
            return None
        return self.seen["visibility"] in wanted


def gathered(folder: Path, rules: Policy) -> Material:
    """Read the stores of all properties."""
    parts = [_of_owner(folder, owner, rules) for owner in EVERYBODY]
    return Material(
        gathered=tuple(one for part in parts for one in part.gathered),
        seen={page: facts for part in parts for page, facts in part.seen.items()},
        visits=pl.concat(part.visits for part in parts),
    )


def _of_owner(folder: Path, owner: Owner, rules: Policy) -> Material:
    name = owner.owned.name
    store = open_store(store_url(folder, owner))
    with store.read() as session:
        known = find_property(session, name)
    spool = folder / f"{name}.findings"
    spool.mkdir(exist_ok=True)
    found = findings_of(store, known, rules, folder=spool)
    with bulk_reader(store, property_key(name)) as reader, spooled(reader) as spooled_rows:
        backlinks = spooled_rows.backlinks(0)
        visits = reader.visits(spooled_rows.looks(0))
    store.close()
    wanted = backlinks.select("page_id", "state", "reason", "level", "visibility")
    seen = {row.pop("page_id"): row for row in wanted.iter_rows(named=True)}
    facts = visits.select(
        "page_id", "words", "prose_words", "foreign_embeds", "foreign_link_hosts", "foreign_embed_hosts"
    )
    return Material(gathered=(found,), seen=seen, visits=facts)


def label(case: Case) -> bool | None:
    """Return whether the case is spam; None where an honest reading leaves it open."""
    wanted = case.expect.judgements
    if wanted == {Judgement.SPAM}:
        return True
    return None if wanted & {Judgement.SPAM, Judgement.SUSPICIOUS} else False


def judged(material: Material, rules: Policy, *, without: Iterable[str] = ()) -> list[Judged]:
    """Judge all cases, with some signals left out."""
    left = set(without)
    chosen = tuple(signal for signal in signals() if signal.id not in left)
    concluded = [conclude(one, rules, chosen=chosen) for one in material.gathered]
    called = {row["subject_id"]: row for one in concluded for row in one.verdicts.pages.iter_rows(named=True)}
    editions = {one.case.source_url: one.edition for owner in EVERYBODY for one in made_for(owner)}
    return [
        _beside(case, editions.get(case.source_url), called, material)
        for owner in EVERYBODY
        for case in cases_of(owner)
    ]


def _beside(
    case: Case, edition: int | None, called: dict[int, dict[str, object]], material: Material
) -> Judged:
    page_id = key("page", normal_form(case.source_url))
    verdict = called.get(page_id, {})
    score = verdict.get("score")
    return Judged(
        case=case,
        page_id=page_id,
        part=case.id if edition is None else PART_OF.get(edition, "open"),
        domain=registrable_domain(case.source_url),
        spam=label(case),
        called=str(verdict.get("state", "")),
        flagged=bool(verdict.get("flagged", False)),
        score=score if isinstance(score, float) else 0.0,
        seen=material.seen.get(page_id),
    )
