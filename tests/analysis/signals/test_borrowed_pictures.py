"""Habits of those who harvest, and the same habits of honest people."""

from typing import Any

import pytest

from analysis.signals.borrowed_pictures import SIGNAL
from tests.analysis.factory import PRODUCT, Web

HARVEST = {"foreign_embeds": 8, "foreign_embed_hosts": 8}
LINKED = {**HARVEST, "traits": '["self-linked-images"]'}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "each links to its own file (A01)": ({"visit": LINKED}, 0.9),
    "each names its host in words (A02)": ({"visit": {**HARVEST, "traits": '["source-captions"]'}}, 0.9),
    "no such habit": ({"visit": {**HARVEST, "traits": '["title-is-slug"]'}}, None),
    "a contest that names the makers": (
        {"visit": {**HARVEST, "traits": '["credited-makers", "self-linked-images"]'}},
        None,
    ),
    "a light box without titles": (
        {"visit": {**HARVEST, "traits": '["off-keyword-pictures", "self-linked-images"]'}},
        None,
    ),
    "a mood board that names each picture": (
        {"visit": {**HARVEST, "traits": '["brief-names", "self-linked-images"]'}},
        None,
    ),
    "a portfolio's own pictures (E26)": (
        {"visit": {"foreign_embeds": 40, "foreign_embed_hosts": 1, "traits": '["self-linked-images"]'}},
        None,
    ),
    "a newspaper's networks": ({"visit": {**LINKED, "foreign_embeds": 140, "foreign_embed_hosts": 4}}, None),
    "a round-up that credits with links (E19)": (
        {"visit": LINKED, "references": [{"kind": "link", "level": "L6", "url": PRODUCT}]},
        None,
    ),
    "a search front end that keeps out of indexes (E12)": (
        {"url": "https://search.test/?q=iris", "visit": {**LINKED, "noindex": True}},
        None,
    ),
    "a query alone is no search engine": ({"url": "https://search.test/?q=iris", "visit": LINKED}, 0.9),
    "cut off": ({"visit": {**LINKED, "cut_short": True}}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_habits(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**page).score(SIGNAL) == expected


CROWD = {**LINKED, "foreign_embeds": 10, "foreign_embed_hosts": 10}
SEARCH = "https://search.test/?q=iris"
DECIDING: dict[str, tuple[dict[str, Any], bool]] = {
    "ten strangers and no word of us": ({"visit": CROWD}, True),
    "nine strangers": ({"visit": {**CROWD, "foreign_embed_hosts": 9}}, False),
    "the page names us": (
        {"visit": {**CROWD, "vocabulary": "flacons of l'orchestre parfum among others on the shelf"}},
        False,
    ),
    "a reader's query": ({"url": SEARCH, "visit": CROWD}, False),
    "a thread": ({"url": "https://hikers.test/threads/flacons.88/", "visit": CROWD}, False),
    "an image without words of its own": (
        {"visit": CROWD, "target": "https://www.shop.test/IMG_0093.jpg"},
        False,
    ),
}


@pytest.mark.parametrize("case", DECIDING)
def test_decides_in_a_crowd_that_never_names_us(case: str) -> None:
    page, decisive = DECIDING[case]
    (finding,) = Web().page(**page).findings(SIGNAL)
    assert finding["decisive"] is decisive
