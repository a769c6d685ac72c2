"""Cohorts that came and went together, and rates of growth and death."""

import pytest

from analysis.at_large.lifetimes import DAY, churn, churns, cohorts, property_churn
from tests.analysis.at_large.claims import claims, week

DAYS = 60


def test_rates_by_the_worked_numbers() -> None:
    assert churn(before=5, after=6, kept=2) == pytest.approx((0.8, 0.6))
    assert churn(before=0, after=7, kept=0) == (7.0, 0.0)


def test_a_cohort_that_died_together() -> None:
    came = {"first_seen": week(1)}
    rows = [{**came, "lost": week(1) + 40 * DAY} for _ in range(9)]
    rows += [{**came, "lost": week(1) + 61 * DAY}, came]
    rows += [{"first_seen": week(3), "lost": week(3) + DAY}]
    found = cohorts(claims(rows), days=DAYS)
    assert found["backlink_id"].to_list() == [*range(1, 10), 12]
    assert found["cohort_domains"].to_list() == [11] * 9 + [1]
    assert found["cohort_lost"][0] == pytest.approx(9 / 11)


def test_a_domain_lives_as_long_as_one_of_its_links() -> None:
    came = {"first_seen": week(1), "domain_id": 5}
    found = cohorts(claims([{**came, "lost": week(1) + DAY}, came]), days=DAYS)
    assert found["cohort_lost"].to_list() == [0.0]


def test_growth_and_death_of_a_target() -> None:
    old = [{"first_seen": week(0)} for _ in range(4)]
    dead = [{"first_seen": week(0), "lost": week(30)} for _ in range(4)]
    new = [{"first_seen": week(30) - DAY} for _ in range(6)]
    found = churns(claims(old + dead + new), days=DAYS)
    assert set(found["before"]) == {8}
    assert set(found["growth"]) == {6 / 8}
    assert set(found["death"]) == {4 / 8}


def test_rates_of_the_property_are_told_of_what_came_or_went() -> None:
    old = [{"first_seen": week(0), "target_id": number} for number in range(4)]
    dead = [{"first_seen": week(0), "lost": week(30), "target_id": number} for number in range(4)]
    new = [{"first_seen": week(30) - DAY, "target_id": number} for number in range(6)]
    found = property_churn(claims(old + dead + new), days=DAYS)
    assert found["backlink_id"].to_list() == [*range(5, 15)]
    assert set(found.select("before", "growth", "death").iter_rows()) == {(8, 6 / 8, 4 / 8)}


def test_no_dates_no_rates() -> None:
    assert property_churn(claims([{}, {}]), days=DAYS).is_empty()
    assert churns(claims([{}, {}]), days=DAYS).is_empty()
