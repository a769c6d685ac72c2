"""Findings to verdicts over several shards, with a campaign among them."""

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from analysis.plugins import signals
from analysis.policy import policy
from analysis.verdicts.concluding import conclude
from analysis.verdicts.passes import Gathered, findings_of
from store.database import Store
from store.properties import find_property
from tests.analysis import seeding


@pytest.fixture
def gathered(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gathered:
    monkeypatch.setattr("analysis.verdicts.passes.SHARD", 2)
    seeding.seed(store, tmp_path, organics=6)
    with store.read() as session:
        known = find_property(session, seeding.NAME)
    return findings_of(store, known, policy(), folder=tmp_path)


def test_all_shards_are_judged(gathered: Gathered) -> None:
    assert len(gathered.parts) > 1
    concluded = conclude(gathered, policy())
    assert concluded.verdicts.pages["subject_id"].n_unique() == concluded.verdicts.pages.height == 9
    assert concluded.verdicts.domains.height == 9
    assert concluded.campaigns.all["domains"].to_list() == [6]


def test_a_proven_campaign_judges_its_members_once_more(gathered: Gathered) -> None:
    """One page of nine is spam by itself and one is benign: a template that all share is half proven."""
    everyone = pl.concat(part.pages for part in gathered.parts).select(
        "page_id", "domain_id", group=pl.lit(0)
    )
    group = pl.DataFrame({"group": 0, "fingerprint": "template", "value": "t", "domains": 9})
    rules = policy({"campaign": {"proven": 1, "share": 0.5}})
    concluded = conclude(replace(gathered, groups=group.cast({"group": pl.Int32}), members=everyone), rules)
    assert concluded.together["page_id"].n_unique() == 9
    after = concluded.verdicts.pages
    assert after["subject_id"].n_unique() == after.height == 9
    assert after["state"].to_list().count("spam") == 2, "of the others only one could be read"
    assert concluded.verdicts.domains.height == 9


def test_without_late_signals_the_first_verdicts_stand(gathered: Gathered) -> None:
    chosen = tuple(signal for signal in signals() if signal.id != "campaign")
    concluded = conclude(gathered, policy(), chosen=chosen)
    assert concluded.together.is_empty()
    assert concluded.verdicts.pages.height == 9
