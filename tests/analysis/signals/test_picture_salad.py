"""Pictures about everything, and pictures that belong together."""

from typing import Any

import pytest

from analysis.signals.picture_salad import SIGNAL
from tests.analysis.factory import PRODUCT, Web

HARVEST = {"foreign_embeds": 8, "foreign_embed_hosts": 8, "picture_hosts_named": 8}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "none fits": ({"visit": {**HARVEST, "picture_hosts_fitting": 0}}, 1.0),
    "half of them fit, as generators have it": ({"visit": {**HARVEST, "picture_hosts_fitting": 4}}, 1.0),
    "three in four fit": ({"visit": {**HARVEST, "picture_hosts_fitting": 6}}, 0.5),
    "all fit: silent": ({"visit": {**HARVEST, "picture_hosts_fitting": 8}}, None),
    "three pictures are too few": (
        {"visit": {**HARVEST, "picture_hosts_named": 3, "picture_hosts_fitting": 0}},
        None,
    ),
    "a search front end (E12)": ({"visit": {**HARVEST, "picture_hosts_fitting": 0, "noindex": True}}, None),
    "a newspaper's networks": (
        {"visit": {"foreign_embeds": 137, "foreign_embed_hosts": 7, "picture_hosts_named": 6}},
        None,
    ),
    "a round-up that credits with links (E19)": (
        {
            "visit": {**HARVEST, "picture_hosts_fitting": 0},
            "references": [{"kind": "link", "level": "L6", "url": PRODUCT}],
        },
        None,
    ),
    "cut off": ({"visit": {**HARVEST, "cut_short": True}}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_the_pictures_are_about(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**page).score(SIGNAL) == expected


def test_quotes_the_count() -> None:
    (finding,) = Web().page(visit={**HARVEST, "picture_hosts_fitting": 3, "title": "Cakes"}).findings(SIGNAL)
    assert finding["quote"] == "the pictures of 5 of 8 domains share no word with: Cakes"


CROWD = {**HARVEST, "foreign_embeds": 10, "foreign_embed_hosts": 10, "picture_hosts_named": 10}
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
    "seven of ten fit": ({"visit": {**CROWD, "picture_hosts_fitting": 7}}, False),
}


@pytest.mark.parametrize("case", DECIDING)
def test_decides_in_a_crowd_that_never_names_us(case: str) -> None:
    page, decisive = DECIDING[case]
    (finding,) = Web().page(**page).findings(SIGNAL)
    assert finding["decisive"] is decisive
