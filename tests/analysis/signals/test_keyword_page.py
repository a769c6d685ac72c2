"""Address, title and heading: one phrase, or an honest page."""

from typing import Any

import pytest

from analysis.signals.keyword_page import SIGNAL
from tests.analysis.factory import PRODUCT, Web

URL = "https://ideas.test/cheap-perfume-bottle-decor.html"
SAME = {"title": "Cheap Perfume Bottle Decor", "h1": "Cheap Perfume Bottle Decor"}
SHORT = "https://ideas.test/iris-violoncelle"
CALLED = {"title": "Iris Violoncelle", "h1": "Iris Violoncelle"}
SHOWN = {**CALLED, "foreign_embeds": 8, "foreign_embed_hosts": 8}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "one phrase": ({"url": URL, "visit": SAME}, 0.75),
    "an umlaut spelled out in the address": (
        {
            "url": "https://ideen.test/schoene-kleine-flakons.html",
            "visit": {"title": "Schöne kleine Flakons", "h1": "Schöne kleine Flakons"},
        },
        0.75,
    ),
    "the title has the site's name": ({"url": URL, "visit": {**SAME, "title": SAME["title"] + " | Ideas"}}, None),
    "another heading": ({"url": URL, "visit": {**SAME, "h1": "Bottles"}}, None),
    "another address": ({"url": "https://ideas.test/p/12", "visit": SAME}, None),
    "a page name": (
        {"url": "https://club.test/our-sponsors", "visit": {"title": "Our sponsors", "h1": "Our sponsors"}},
        None,
    ),
    "two words of your image above strangers' pictures": ({"url": f"{SHORT}.html", "visit": SHOWN}, 0.75),
    "two words of your image and no harvest": ({"url": f"{SHORT}.html", "visit": CALLED}, None),
    "a mood board's two words": (
        {"url": "https://studio.test/mood-board", "visit": {**SHOWN, "title": "Mood board", "h1": "Mood board"}},
        None,
    ),
    "a contest called by your image's name, with its makers": (
        {"url": f"{SHORT}.html", "visit": {**SHOWN, "traits": '["credited-makers"]'}},
        None,
    ),
    "it credits the owner": (
        {"url": URL, "visit": SAME, "references": [{"kind": "link", "level": "L6", "url": PRODUCT}]},
        None,
    ),
    "cut off": ({"url": URL, "visit": {**SAME, "cut_short": True}}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_keyword_pages(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**page).score(SIGNAL) == expected
