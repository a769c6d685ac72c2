"""The order of the queue: each part of the formula moves a domain, and what it can be found by is stored."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from analysis.policy import policy
from analysis.verdicts.queueing import facets_of, folded, prioritised, telling

NOW = datetime(2026, 11, 21, tzinfo=UTC)
RULES = policy()["queue"]
CAMPAIGNS = pl.DataFrame({"domain_id": [1, 1], "campaign_id": [9, 9]})


def flagged(score: float = 0.5, pages: int = 1) -> pl.DataFrame:
    return pl.DataFrame(
        {"domain_id": [1], "name": ["a.test"], "state": ["spam"], "score": [score], "pages": [pages]}
    )


def findings(*scores: float) -> pl.DataFrame:
    return pl.DataFrame(
        {"domain_id": [1] * len(scores), "signal": [f"s{n}" for n in range(len(scores))], "score": scores},
        schema={"domain_id": pl.Int64, "signal": pl.String, "score": pl.Float64},
    )


def mentions(days_ago: int | None = None) -> pl.DataFrame:
    seen = None if days_ago is None else int((NOW - timedelta(days=days_ago)).timestamp())
    return pl.DataFrame(
        {
            "domain_id": [1],
            "state": ["absent"],
            "report_id": [7],
            "first_seen": [seen],
        },
        schema_overrides={"first_seen": pl.Int64},
    )


def languages(*seen: str) -> pl.DataFrame:
    return pl.DataFrame(
        {"domain_id": [1] * len(seen), "language": seen},
        schema={"domain_id": pl.Int64, "language": pl.String},
    )


def priority(*frames: pl.DataFrame) -> float:
    found: float = prioritised(*frames, policy=RULES, now=NOW)["priority"].item()
    return found


@pytest.mark.parametrize(
    "higher",
    [
        (flagged(score=0.9), findings(0.9), mentions()),
        (flagged(pages=400), findings(0.9), mentions()),
        (flagged(), findings(0.9), mentions(days_ago=10)),
        (flagged(), findings(0.9, 0.1), mentions()),
    ],
    ids=["score", "links", "newness", "disagreement"],
)
def test_each_part_lifts(higher: tuple[pl.DataFrame, ...]) -> None:
    assert priority(*higher) > priority(flagged(), findings(0.9), mentions())


def test_the_scale_ends_at_nothing_and_one() -> None:
    assert priority(flagged(score=1, pages=9_999), findings(0.9, 0.1), mentions(days_ago=0)) == 1
    assert priority(flagged(score=0), findings(), mentions()) == pytest.approx(0.02, abs=0.001)
    assert priority(flagged(), findings(), mentions(days_ago=-400)) == priority(
        flagged(), findings(), mentions(days_ago=0)
    ), "a date in the future is as new as today"


def test_what_a_domain_can_be_found_by() -> None:
    found = facets_of(flagged(), findings(0.2), mentions(), languages("de"), CAMPAIGNS)
    assert sorted(found.select("facet", "value").iter_rows()) == [
        ("campaign", "9"),
        ("language", "de"),
        ("report", "7"),
        ("signal", "s0"),
        ("state", "absent"),
        ("verdict", "spam"),
    ]
    unread = facets_of(flagged(), findings(), mentions(), languages(), CAMPAIGNS)
    assert "language" not in unread["facet"].to_list()


def test_the_two_strongest_signals_are_told() -> None:
    found = telling(findings(0.6, 0.2, 0.9, 0.7), 0.5)
    assert found.row(0) == (1, "s2", "s3")
    assert telling(findings(0.6), 0.5).row(0) == (1, "s0", None)
    assert telling(findings(0.4), 0.5).is_empty()


@pytest.mark.parametrize(
    ("members", "pages", "folds"),
    [
        ({1: [9], 2: [9], 3: []}, {}, {1: 9, 2: 9, 3: 3}),
        ({1: [9], 2: [], 3: []}, {}, {1: 1, 2: 2, 3: 3}),
        ({1: [9], 2: [9, 8], 3: [8]}, {}, {1: 1, 2: 8, 3: 8}),
        ({1: [9], 2: [9], 3: [9]}, {3: 2}, {1: 9, 2: 9, 3: 9}),
        ({1: [9], 2: [9], 3: [9]}, {3: 3}, {1: 9, 2: 9, 3: 3}),
    ],
    ids=[
        "two of a kind",
        "one is no fold",
        "the lower key of equal ones",
        "half its pages",
        "one of three pages",
    ],
)
def test_domains_of_a_campaign_fold(
    members: dict[int, list[int]], pages: dict[int, int], folds: dict[int, int]
) -> None:
    queue = pl.DataFrame({"domain_id": [1, 2, 3], "priority": [0.3, 0.9, 0.5]})
    owned = pl.DataFrame({"domain_id": [1, 2, 3], "pages": [pages.get(id, 1) for id in (1, 2, 3)]})
    campaigns = pl.DataFrame(
        [(id, campaign) for id, found in members.items() for campaign in found],
        schema={"domain_id": pl.Int64, "campaign_id": pl.Int64},
        orient="row",
    )
    found = folded(queue, owned, campaigns)
    assert dict(found.select("domain_id", "fold").iter_rows()) == folds
    highest = {
        fold: max(row["priority"] for row in found.iter_rows(named=True) if row["fold"] == fold)
        for fold in folds.values()
    }
    assert {row["fold"]: row["fold_priority"] for row in found.iter_rows(named=True)} == highest
