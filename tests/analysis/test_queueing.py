"""The order of the queue: each part of the formula moves a domain, and what it can be found by is stored."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from analysis.policy import policy
from analysis.queueing import facets_of, prioritised

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
