"""Anchors that name the page they stand on, and anchors that name what they link to."""

from typing import Any

import pytest

from analysis.signals.keyword_anchor import SIGNAL
from tests.analysis.factory import Web

URL = "https://bets.test/best-online-casino-bonus.html"
SMEARED = {"anchor": "Best online casino bonus", "type": "text"}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "one keyword for all links (D15)": ({"url": URL, "reported": SMEARED}, 0.9),
    "two words only": ({"url": "https://bets.test/casino-bonus.html", "reported": {"anchor": "Casino bonus"}}, None),
    "another anchor": ({"url": URL, "reported": {"anchor": "Iris Violoncelle perfume bottle"}}, None),
    "your headline in a list of news": (
        {
            "url": "https://news.test/a-flacon-for-iris-violoncelle",
            "reported": {"anchor": "A flacon for Iris Violoncelle", "type": "text"},
        },
        None,
    ),
    "no anchor": ({"url": URL}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_anchors(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**page).score(SIGNAL) == expected
