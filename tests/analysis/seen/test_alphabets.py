"""Texts in ASCII take a way of their own, among others and alone, and come out as they would on the other."""

from collections.abc import Callable
from itertools import product

import polars as pl
import pytest

from analysis.seen.alphabets import by_alphabet, translated
from analysis.seen.words import all_words, folded, phrase

TEXTS = (None, "", "Lavender, wild", "  ", "LAVÁNDA", "A|b-C", "Дикая лаванда", "野生 lavender", "\x00\t\x7f")


def test_each_text_goes_one_way_and_keeps_its_place() -> None:
    found = by_alphabet(
        pl.Series(TEXTS),
        plain=lambda some: some + "?",
        others=lambda some: some.str.len_chars().cast(pl.String),
    )
    assert found.to_list() == [
        None, "?", "Lavender, wild?", "  ?", "7", "A|b-C?", "13", "11", "\x00\t\x7f?"
    ]  # fmt: skip


@pytest.mark.parametrize("texts", [[], [None], ["", ""], ["Ab-C", None, "d.E"]])
def test_marks_become_blanks_and_nothing_else_changes(texts: list[str | None]) -> None:
    series = pl.Series(texts, dtype=pl.String)
    expected = [text if text is None else text.lower().replace("-", " ") for text in texts]
    assert translated(series, "-…").to_list() == expected
    assert translated(pl.concat([series, series], rechunk=False)[1:], "-").len() == max(0, 2 * len(texts) - 1)


@pytest.mark.parametrize("change", [folded, phrase, all_words])
def test_a_text_alone_and_among_others_is_folded_alike(change: Callable[[pl.Expr], pl.Expr]) -> None:
    for first, second in product(TEXTS, repeat=2):
        together = pl.DataFrame({"text": [first, second]}, schema={"text": pl.String}).select(
            change(pl.col("text"))
        )
        alone = [
            pl.DataFrame({"text": [text]}, schema={"text": pl.String}).select(change(pl.col("text")))
            for text in (first, second)
        ]
        assert together.equals(pl.concat(alone))


def test_words_of_any_alphabet_stand_in_order() -> None:
    texts = pl.DataFrame({"text": TEXTS}).select(all_words(pl.col("text"))).to_series().to_list()
    assert texts == [
        None, [], ["lavender", "wild"], [], ["lavanda"], ["a", "b", "c"], ["дикая", "лаванда"],
        ["野", "生", "lavender"], [],
    ]  # fmt: skip
