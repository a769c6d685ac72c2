"""One name for the pictures of many strangers, and who else has that."""

from typing import Any

import pytest

from analysis.signals.keyword_pictures import SIGNAL
from tests.analysis.factory import PRODUCT, Web

ALIKE = {"foreign_embeds": 8, "foreign_embed_hosts": 8, "traits": '["one-name-pictures"]'}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "all are called by the keyword (D02)": ({"visit": ALIKE}, 0.9),
    "each has a name": ({"visit": {**ALIKE, "traits": "[]"}}, None),
    "five strangers are too few": ({"visit": {**ALIKE, "foreign_embeds": 5, "foreign_embed_hosts": 5}}, None),
    "a contest that names the makers": (
        {"visit": {**ALIKE, "traits": '["credited-makers", "one-name-pictures"]'}},
        None,
    ),
    "a round-up that credits with links (E19)": (
        {"visit": ALIKE, "references": [{"kind": "link", "level": "L6", "url": PRODUCT}]},
        None,
    ),
    "a search front end that keeps out of indexes (E12)": (
        {"url": "https://search.test/?q=iris", "visit": {**ALIKE, "noindex": True}},
        None,
    ),
    "a newspaper's networks": ({"visit": {**ALIKE, "foreign_embeds": 140}}, None),
    "cut off": ({"visit": {**ALIKE, "cut_short": True}}, None),
}


@pytest.mark.parametrize("case", CASES)
def test_names(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**page).score(SIGNAL) == expected
