"""Repetition and keyword lists against prose, tables and short pages."""

from typing import Any

import pytest

from analysis.signals.content_measures import SIGNAL
from tests.analysis.factory import Web

CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "the same phrases again and again": ({"compression": 6.0}, 0.75),
    "a list of keywords": ({"common_word_share": 0.01}, 0.75),
    "prose": ({"compression": 2.4, "common_word_share": 0.42}, None),
    "a long page of recipes, the most repetitive of 297 real ones": ({"compression": 4.97}, None),
    "Japanese, whose common words are no words of their own": ({"common_word_share": 0.053}, None),
    "a language nobody listed": ({"common_word_share": 0.0}, None),
    "a short page": ({"words": 99, "compression": 6.0}, None),
    "cut off": ({"compression": 6.0, "cut_short": True}, None),
}


@pytest.mark.parametrize("case", CASES)
def test_measures(case: str) -> None:
    visit, expected = CASES[case]
    assert Web().page(visit=visit).score(SIGNAL) == expected
