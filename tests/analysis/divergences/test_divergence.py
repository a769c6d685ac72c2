"""Divergences and their cut, with the worked numbers of the methods."""

from collections import Counter
from functools import partial

import numpy as np
import polars as pl
import pytest

from analysis.divergences.divergence import divergences
from analysis.divergences.mixture import crossing, cut

FEWEST = 50
COUNTS = {"the": 50, "of": 40, "team": 10, "basketball": 8, "match": 8, "perfume": 2, "bottle": 4, "orchestre": 1,
          "parfum": 2, "game": 15, "season": 10, "news": 20, "contact": 20, "image": 10}  # fmt: skip
BACKGROUND = {word: count / 200 for word, count in COUNTS.items()}
PAGE = "the team the season basketball match game news contact of the team game"
SPAM = "orchestre parfum perfume bottle"
GOOD = "the basketball team match of the season"


compared = partial(divergences, weight=0.2, vocabulary=50_000)


def _words(**texts: str) -> pl.DataFrame:
    rows = [(name, *entry) for name, text in texts.items() for entry in Counter(text.split()).items()]
    return pl.DataFrame(rows, schema=["model", "word", "count"], orient="row")


def _compared(text: str, page: str, **how: object) -> float:
    texts = _words(a=text).with_columns(key=pl.lit(1))
    return float(compared(texts, _words(a=page), **how)["divergence"].item())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("weight", "spam", "good"), [(0.1, 4.6995, 0.2927), (0.2, 3.4483, 0.2211), (0.5, 1.3853, 0.0835)]
)
def test_the_worked_numbers(weight: float, spam: float, good: float) -> None:
    how = {"weight": weight, "background": BACKGROUND}
    assert _compared(SPAM, PAGE, **how) == pytest.approx(spam, abs=5e-5)
    assert _compared(GOOD, PAGE, **how) == pytest.approx(good, abs=5e-5)


def test_a_text_is_its_own_model() -> None:
    assert _compared(PAGE, PAGE) == pytest.approx(0.0, abs=1e-9)
    assert _compared(GOOD, PAGE) < _compared(SPAM, PAGE)


def test_many_at_once_are_as_one_by_one() -> None:
    texts = pl.concat(
        [_words(a=SPAM, b=GOOD).with_columns(key=pl.lit(1)), _words(a=GOOD).with_columns(key=pl.lit(2))]
    )
    found = compared(texts, _words(a=PAGE, b=SPAM)).sort("key", "model")
    assert found["key"].to_list() == [1, 1, 2]
    one_by_one = [_compared(SPAM, PAGE), _compared(GOOD, SPAM), _compared(GOOD, PAGE)]
    assert found["divergence"].to_list() == pytest.approx(one_by_one)


def test_without_a_model_there_is_no_divergence() -> None:
    assert compared(_words(z=SPAM).with_columns(key=pl.lit(1)), _words(a=PAGE)).is_empty()


def test_where_two_kinds_part() -> None:
    assert crossing(np.array([0.9, 1.0, 1.1, 1.2, 3.6, 3.9, 4.0, 4.2, 4.4])) == pytest.approx(
        1.927, abs=0.005
    )


def _drawn(*means: float, each: int = 40) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    chance = np.random.default_rng(7)
    return np.concatenate([chance.normal(mean, 0.5, each) for mean in means])


@pytest.mark.parametrize(
    ("values", "is_cut"),
    [
        (_drawn(1.0, 6.0), True),
        (_drawn(6.0, 1.0, each=9_000), True),
        (_drawn(3.0), False),
        (_drawn(3.0, each=300), False),
        (_drawn(1.0, 6.0, each=FEWEST // 2 - 1), False),
        (np.full(100, 2.0), False),
        (np.array([]), False),
    ],
)
def test_a_cut_needs_two_kinds(values: np.ndarray[tuple[int], np.dtype[np.float64]], *, is_cut: bool) -> None:
    found = cut(values, fewest=FEWEST)
    assert (found is not None) is is_cut
    assert found is None or 2.0 < found < 5.0
