"""Parts of in-links: the worked numbers, months and targets that stand out, and who is left alone."""

import polars as pl
import pytest

from analysis.at_large.periods import MONTH
from analysis.at_large.sources import entropies, odd_sources
from analysis.policy import policy
from tests.analysis.at_large.claims import claims

POLICY = policy()["odd-sources"]
USUAL = ("com", "com", "com", "com", "de", "de", "fr", "it")
EVEN = ("com", "de", "fr", "it", "es", "pl", "nl", "at")


@pytest.mark.parametrize(
    ("parts", "entropy"),
    [([50, 10, 10, 10], 0.7744), ([20, 20, 20, 20], 1.0), ([40], 0.0), ([38, 2], 0.2864)],
)
def test_entropy_by_the_worked_numbers(parts: list[int], entropy: float) -> None:
    counted = pl.DataFrame(
        {"month": [1] * len(parts), "suffix": list("abcd")[: len(parts)], "domains": parts}
    )
    found = entropies(counted, "month", "suffix", POLICY)
    assert found["source_entropy"].to_list() == [pytest.approx(entropy, abs=5e-5)]
    assert found["source"].to_list() == ["a"]


@pytest.mark.parametrize("parts", [[29], [10, 10, 9], [2] * 20])
def test_too_few_domains_or_too_many_parts(parts: list[int]) -> None:
    names = [str(number) for number in range(len(parts))]
    counted = pl.DataFrame({"month": [1] * len(parts), "suffix": names, "domains": parts})
    assert entropies(counted, "month", "suffix", POLICY).is_empty()


def _month(number: int, suffixes: tuple[str, ...], **facts: object) -> list[dict[str, object]]:
    return [{"suffix": suffixes[n % len(suffixes)], "first_seen": number * MONTH, **facts} for n in range(40)]


def _usual(months: int) -> list[dict[str, object]]:
    return [row for number in range(1, months + 1) for row in _month(number, USUAL[: 8 - number % 2])]


def test_a_month_of_one_corner() -> None:
    odd = [*_month(9, ("top",))[:38], {"suffix": "de", "first_seen": 9 * MONTH}]
    found = odd_sources(claims([*_usual(7), *odd]), policy=POLICY).filter(pl.col("source_oddness") < -3)
    assert set(found["backlink_id"]) == set(range(281, 319)), "not the one from elsewhere"
    assert found.row(0, named=True) == {
        "backlink_id": found["backlink_id"][0],
        "source": "top",
        "source_domains": 39,
        "source_entropy": pytest.approx(0.172, abs=0.001),
        "source_oddness": found["source_oddness"][0],
        "source_kind": "top-level domain",
        "source_among": "month",
    }


def test_a_month_of_all_corners_alike() -> None:
    found = odd_sources(claims([*_usual(7), *_month(9, EVEN)]), policy=POLICY).filter(
        pl.col("source_oddness") > 3
    )
    assert set(found["backlink_id"]) == set(range(281, 321))
    assert set(found["source_entropy"].round(6)) == {1.0}


def test_a_shop_of_one_country_has_nothing_odd() -> None:
    rows = [row for number in range(1, 10) for row in _month(number, ("de",))]
    assert odd_sources(claims(rows), policy=POLICY).is_empty()


def test_a_target_against_the_other_targets() -> None:
    targets = [row for n in range(1, 8) for row in _month(0, USUAL[: 8 - n % 2], target_id=n)]
    found = odd_sources(claims([*targets, *_month(0, ("top",), target_id=9)]), policy=POLICY)
    assert set(found["source_among"]) == {"target"}, "there are no dates"
    assert set(found.filter(pl.col("source_oddness") < -3)["backlink_id"]) == set(range(281, 321))


def test_one_vote_a_domain() -> None:
    flood = [{"suffix": "top", "first_seen": 9 * MONTH, "domain_id": 999} for _ in range(500)]
    found = odd_sources(claims([*_usual(7), *_month(9, USUAL), *flood]), policy=POLICY)
    assert found.filter(pl.col("source_oddness").abs() > 3).is_empty()


def test_too_few_others_make_no_baseline() -> None:
    assert odd_sources(claims([*_usual(5), *_month(9, ("top",))]), policy=POLICY).is_empty()
