"""Surges and capped growth, with the worked numbers of the methods."""

import numpy as np
import pytest

from analysis.at_large.growth import PROPERTY, capped, surge_scores, surges
from analysis.policy import policy
from tests.analysis.at_large.claims import claims, week

POLICY = policy()["link-surge"]
HISTORY = {"trailing": 12, "fewest": 6}


def test_the_worked_numbers() -> None:
    assert surge_scores(np.array([10, 12, 9, 11, 10, 13, 120.0]), **HISTORY)[-1] == pytest.approx(
        73.9, abs=0.05
    )
    assert capped(np.array([1, 1.1, 1.2, 9, 9, 9, 9, 9]), 0.2) == pytest.approx(
        [1, 1.1, 1.2, 1.44, 1.728, 2.0736, 2.4883, 2.986], abs=1e-4
    )


@pytest.mark.parametrize(
    ("counts", "last"),
    [
        ([5, 5, 5, 5, 5, 5, 5], 0.0),
        ([0, 0, 0, 0, 0, 0, 9], pytest.approx(6.07, abs=0.01)),
        ([5, 5, 5, 120], 0.0),
        ([100] * 20 + [5] * 12 + [100], pytest.approx(64.08, abs=0.01)),
    ],
)
def test_compared_with_the_weeks_before(counts: list[float], last: float) -> None:
    assert surge_scores(np.array(counts, dtype=float), **HISTORY)[-1] == last


def test_growth_follows_down_at_once() -> None:
    assert list(capped(np.array([10.0, 2.0, 9.0]), 0.2)) == [10.0, 2.0, 2.4]


def test_domains_are_counted_once_when_they_come_first() -> None:
    steady = [{"first_seen": week(number // 2)} for number in range(16)]
    flood = [{"first_seen": week(8)} for _ in range(40)]
    again = [{"first_seen": week(8), "domain_id": 1} for _ in range(500)]
    found = surges(claims(steady + flood + again), policy=POLICY)
    assert found["surge"].unique().to_list() == [pytest.approx((40 - 2) / 1.4826)]
    assert found["unbelieved"][0] == pytest.approx(1 - 2.4 / 40)
    assert set(range(17, 57)) <= set(found["backlink_id"])


def test_the_series_of_the_whole_property() -> None:
    steady = [{"first_seen": week(number), "target_id": number} for number in range(10)]
    flood = [{"first_seen": week(10), "target_id": 100 + number} for number in range(30)]
    both = claims(steady + flood)
    assert surges(both, policy=POLICY).is_empty(), "no target has a history"
    found = surges(both, policy=POLICY, series=PROPERTY)
    assert found["backlink_id"].to_list() == [*range(11, 41)]
    assert found["surge"][0] == pytest.approx((30 - 1) / 1.4826)
    told = surges(both, both.head(12), policy=POLICY, series=PROPERTY)
    assert told["backlink_id"].to_list() == [11, 12], "of those that are asked for, counted among all"


@pytest.mark.parametrize(("flood", "found"), [(9, True), (8, False)])
def test_only_weeks_that_can_stand_so_high_are_compared(flood: int, found: bool) -> None:
    rows = [{"first_seen": week(0)}, *[{"first_seen": week(7)}] * flood]
    assert (not surges(claims(rows), policy=POLICY).is_empty()) == found


def test_links_without_a_date_and_targets_of_one_week_say_nothing() -> None:
    assert surges(claims([{}, {}, {"first_seen": week(1)}]), policy={**POLICY, "surge": 0}).is_empty()
