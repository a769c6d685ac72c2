"""Doorways that link to strangers only, and the honest pages that link a lot."""

from typing import Any

import pytest

from analysis.signals.outward_links import SIGNAL
from tests.analysis.factory import Web

URL = "https://hacked.test/wp/adp-software-download-free.html"
DOORWAY = {
    "title": "Adp software download free",
    "h1": "Adp software download free",
    "links": 31,
    "foreign_links": 31,
    "foreign_link_hosts": 29,
    "prose_words": 5_000,
}
CASES: dict[str, tuple[dict[str, Any], float | None, bool]] = {
    "a doorway of a real kit": ({}, 0.9, True),
    "its title is another": ({"title": "Home"}, 0.9, False),
    "a list of links without prose": ({"prose_words": 60}, 0.9, False),
    "an article with a menu": ({"links": 60}, None, False),
    "a few sources": ({"links": 9, "foreign_links": 9, "foreign_link_hosts": 9}, None, False),
    "one partner, many times": ({"links": 348, "foreign_links": 345, "foreign_link_hosts": 12}, None, False),
    "a search front end that keeps out of indexes (E12)": (
        {"url": "https://search.test/?q=iris", "noindex": True},
        None,
        False,
    ),
    "a query alone is no search engine": (
        {"url": "https://search.test/?q=iris", "title": "Iris"},
        0.9,
        False,
    ),
    "cut off": ({"cut_short": True}, None, False),
}


@pytest.mark.parametrize("case", CASES)
def test_pages_made_of_links(case: str) -> None:
    visit, score, decisive = CASES[case]
    web = Web().page(url=visit.get("url", URL), visit={**DOORWAY, **visit})
    assert web.score(SIGNAL) == score
    assert [finding["decisive"] for finding in web.findings(SIGNAL)] == [decisive] * (score is not None)
