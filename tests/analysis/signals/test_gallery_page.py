"""Harvests of pictures against the honest pages that look like them."""

from typing import Any

import pytest

from analysis.signals.gallery_page import SIGNAL
from tests.analysis.factory import PRODUCT, Web

HARVEST = {"foreign_embeds": 8, "foreign_embed_hosts": 8}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "eight pictures from eight hosts (A01)": ({"visit": HARVEST}, 1.0),
    "three hundred hidden pictures (B01)": (
        {"visit": {"foreign_embeds": 301, "foreign_embed_hosts": 301}},
        1.0,
    ),
    "four hundred pictures of sixty strangers (C22)": (
        {"visit": {"foreign_embeds": 400, "foreign_embed_hosts": 60}},
        1.0,
    ),
    "a newspaper's networks": ({"visit": {"foreign_embeds": 409, "foreign_embed_hosts": 19}}, 0.0),
    "five hosts": ({"visit": {"foreign_embeds": 5, "foreign_embed_hosts": 5}}, 0.75),
    "one picture": ({"visit": {}}, 0.0),
    "no picture": ({"visit": {"foreign_embeds": 0, "foreign_embed_hosts": 0}}, 0.0),
    "image search with a reader's query (E12)": (
        {"url": "https://search.test/images?q=iris", "visit": {**HARVEST, "noindex": True}},
        0.0,
    ),
    "a query alone is no search engine": (
        {"url": "https://search.test/images?q=iris", "visit": HARVEST},
        1.0,
    ),
    "round-up that links to the owner's page (E19)": (
        {"visit": HARVEST, "references": [{"kind": "link", "level": "L6", "url": PRODUCT}]},
        0.2,
    ),
    "a thread in which visitors show pictures (E02)": (
        {"url": "https://hikers.test/threads/favourite-mountains.88/", "visit": HARVEST},
        0.4,
    ),
    "a contest that names the makers": ({"visit": {**HARVEST, "traits": '["credited-makers"]'}}, 0.4),
    "a mood board that names each picture in a few words": (
        {"visit": {**HARVEST, "traits": '["brief-names"]'}},
        0.4,
    ),
    "a vote or a quiz": ({"visit": {**HARVEST, "traits": '["choices"]'}}, 0.4),
    "a portal whose pictures lead to its own pages": (
        {"visit": {**HARVEST, "traits": '["inward-pictures"]'}},
        0.4,
    ),
    "a board in plain sentences": ({"visit": {**HARVEST, "traits": '["plain-captions"]'}}, 0.4),
    "plain sentences under a keyword that is everything": (
        {
            "url": "https://a.test/red-suede-shoes.html",
            "visit": {
                **HARVEST,
                "title": "Red Suede Shoes",
                "h1": "Red Suede Shoes",
                "traits": '["plain-captions"]',
            },
        },
        1.0,
    ),
    "plain sentences below pictures that link to themselves": (
        {"visit": {**HARVEST, "traits": '["plain-captions", "self-linked-images"]'}},
        1.0,
    ),
    "a search field that repeats the reader's query": (
        {
            "url": "https://search.test/images?q=iris",
            "visit": {**HARVEST, "traits": '["answers-query"]'},
        },
        0.0,
    ),
    "a board whose captions have no word of its title": (
        {"visit": {**HARVEST, "traits": '["off-keyword-pictures"]'}},
        0.4,
    ),
    "a member's works under their titles": (
        {"visit": {**HARVEST, "picture_hosts_named": 8, "traits": '["off-keyword-pictures"]'}},
        0.4,
    ),
    "titles of strangers under a keyword that is the address": (
        {
            "url": "https://a.test/red-suede-shoes.html",
            "visit": {
                **HARVEST,
                "title": "Red Suede Shoes | A",
                "picture_hosts_named": 8,
                "traits": '["off-keyword-pictures"]',
            },
        },
        1.0,
    ),
    "a link to a file of the owner's is no link to the owner": (
        {
            "visit": HARVEST,
            "references": [{"kind": "link", "level": "L7", "url": "https://www.shop.test/a/B.JPG?v=3"}],
        },
        1.0,
    ),
    "a link to any page of the owner's": (
        {"visit": HARVEST, "references": [{"kind": "link", "level": "L7", "url": "https://shop.test/"}]},
        0.2,
    ),
    "portfolio on one host (E26)": ({"visit": {"foreign_embeds": 40, "foreign_embed_hosts": 1}}, 0.0),
    "many pictures of few hosts": ({"visit": {"foreign_embeds": 40, "foreign_embed_hosts": 9}}, 0.0),
    "a row of links among strangers' needs no pictures (D05)": ({"visit": {"traits": '["link-run"]'}}, None),
    "a row of links beside strangers' pictures": ({"visit": {**HARVEST, "traits": '["link-run"]'}}, 1.0),
    "a page without words": ({"visit": {**HARVEST, "words": 0}}, None),
    "cut off": ({"visit": {**HARVEST, "cut_short": True}}, None),
    "an error page": ({"visit": {**HARVEST, "status": 503}}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_harvests_and_their_lookalikes(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**page).score(SIGNAL) == expected


def test_says_what_it_counted() -> None:
    (finding,) = Web().page(visit={**HARVEST, "title": "Best Ideas"}).findings(SIGNAL)
    assert finding["quote"] == "8 pictures from 8 foreign domains, 100 words of prose: Best Ideas"


def test_one_is_not_many() -> None:
    (finding,) = (
        Web().page(visit={"foreign_embeds": 1, "foreign_embed_hosts": 1, "title": "Tea"}).findings(SIGNAL)
    )
    assert finding["quote"].startswith("1 picture from 1 foreign domain, ")
