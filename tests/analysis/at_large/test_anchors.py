"""Shares and entropies of anchors, with the worked numbers of the methods."""

import polars as pl
import pytest

from analysis.at_large.anchors import anchor_entropy, anchor_shares
from analysis.at_large.periods import MONTH, odd_months
from analysis.policy import policy
from tests.analysis.at_large.claims import claims

POLICY = policy()["odd-anchors"]


@pytest.mark.parametrize(
    ("counts", "entropy"),
    [
        ([92, *[1] * 8], 0.0967),
        ([30, 20, 12, 8, 6, 5, 4, 3, 3, 2, 2, 1, 1, 1, 1, 1], 0.4743),
        ([1] * 100, 1.0),
        ([7], 0.0),
        ([1], 0.0),
        ([], 0.0),
    ],
)
def test_entropy_by_the_worked_numbers(counts: list[int], entropy: float) -> None:
    assert anchor_entropy(pl.Series(counts, dtype=pl.Int64)) == pytest.approx(entropy, abs=5e-5)


def test_domains_that_use_one_anchor() -> None:
    rows: list[dict[str, object]] = [{"anchor": "Cheap garden shed"} for _ in range(8)]
    rows += [{"anchor": "cheap  GARDEN shed", "domain_id": 1}]
    rows += [{"anchor": f"another way {number}"} for number in range(11)]
    rows += [{"anchor": "Shop Example"}, {"anchor": "www.shop.example"}, {"anchor": ""}]
    found = anchor_shares(claims(rows), brands=("shop", "examp"), fewest=20)
    assert set(found["target_domains"]) == {22}
    assert found.filter(pl.col("anchor_domains") == 8)["backlink_id"].to_list() == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert 21 not in found["backlink_id"], "a brand is how honest people link"


def test_few_domains_agree_by_chance() -> None:
    assert anchor_shares(claims([{"anchor": "Cheap shed"}] * 19), brands=(), fewest=20).is_empty()


def _month(number: int, *, alike: int) -> list[dict[str, object]]:
    same = [{"anchor": "cheap garden shed", "first_seen": number * MONTH} for _ in range(alike)]
    return same + [{"anchor": f"words {n} of {n}", "first_seen": number * MONTH} for n in range(40 - alike)]


def test_a_month_of_anchors_too_alike() -> None:
    rows = [row for number in range(1, 8) for row in _month(number, alike=4 + number % 3)]
    found = odd_months(claims([*rows, *_month(9, alike=38)]), policy=POLICY)
    odd = found.filter(pl.col("entropy_oddness") < -3)
    assert set(odd["backlink_id"]) == set(range(281, 321))
    usual = found.filter(pl.col("backlink_id") <= 280, pl.col("entropy_oddness").abs() >= 3)
    assert usual.is_empty()


def test_too_few_months_make_no_baseline() -> None:
    assert odd_months(claims([*_month(1, alike=2), *_month(2, alike=38)]), policy=POLICY).is_empty()
