"""The founding story, and the honest pages whose picture went away."""

from typing import Any

import pytest

from analysis.signals.vanished_image import SIGNAL
from tests.analysis.factory import Web

ADDRESS = "https://basketball-club.test/iris-violoncelle-parfum.html"
HOME = {
    "title": "Basketball Club – Willkommen",
    "vocabulary": "willkommen bei den korbjägern spielplan training halle",
}
KEYWORD = {"title": "Iris Violoncelle Parfum"}
SPAM, LOOK, SILENT = [(1.0, True)], [(0.7, False)], list[tuple[float, bool]]()
ABSENT = {"state": "absent", "level": "", "visibility": ""}
CASES: dict[str, tuple[dict[str, Any], list[tuple[float, bool]]]] = {
    "the home page at the image's address (C01)": (
        {"url": ADDRESS, "backlink": {**ABSENT, "reason": "same-as-home"}, "visit": HOME, "reported": KEYWORD},
        SPAM,
    ),
    "redirected home": (
        {"url": ADDRESS, "backlink": {**ABSENT, "reason": "redirected-home"}, "visit": HOME, "reported": KEYWORD},
        SPAM,
    ),
    "the text of the home page, seen by its fingerprint": (
        {"url": ADDRESS, "backlink": {**ABSENT, "reason": "replaced"}, "visit": HOME, "home": HOME, "reported": KEYWORD},
        SPAM,
    ),
    "only the reported title names it": (
        {
            "url": "https://basketball-club.test/p/8812.html",
            "backlink": {**ABSENT, "reason": "redirected-home"},
            "visit": HOME,
            "reported": {"title": "Iris Violoncelle Flacon"},
        },
        SPAM,
    ),
    "another page under the image's address": (
        {"url": ADDRESS, "backlink": {**ABSENT, "reason": "replaced"}, "visit": {**HOME, "simhash": 999}, "reported": KEYWORD},
        SPAM,
    ),
    "a new owner's page under an old number (C13)": (
        {
            "url": "https://garage.test/blog/2024/8812",
            "backlink": {**ABSENT, "reason": "replaced"},
            "visit": {**HOME, "simhash": 999},
            "reported": {"title": "Iris Violoncelle Flacon"},
        },
        SILENT,
    ),
    "an honest article's address whose domain has a new owner (C13)": (
        {
            "url": "https://scents.test/living-with-iris-violoncelle-flacon",
            "backlink": {**ABSENT, "reason": "replaced"},
            "visit": {**HOME, "simhash": 999},
            "reported": {"title": "Living with Iris Violoncelle by L'Orchestre Parfum"},
        },
        SILENT,
    ),
    "a review whose site moved and sends old addresses home (C13)": (
        {
            "url": "https://scents.test/iris-violoncelle-flacon",
            "backlink": {**ABSENT, "reason": "redirected-home"},
            "visit": HOME,
            "reported": {"title": "Iris Violoncelle by L'Orchestre Parfum: a year with it | Scent Notes"},
        },
        SILENT,
    ),
    "a keyword with our name and the host's own: a shop's product or a hacked club": (
        {
            "url": "https://basketball-club.test/iris-violoncelle-l-orchestre-parfum.html",
            "backlink": {**ABSENT, "reason": "redirected-home"},
            "visit": HOME,
            "reported": {"title": "Iris Violoncelle L Orchestre Parfum - Basketball Club"},
        },
        LOOK,
    ),
    "addresses alone: a page that moved looks the same": (
        {"url": ADDRESS, "backlink": {**ABSENT, "reason": "redirected-home"}, "visit": HOME},
        LOOK,
    ),
    "a title that says more than a keyword": (
        {
            "url": ADDRESS,
            "backlink": {**ABSENT, "reason": "redirected-home"},
            "visit": HOME,
            "reported": {"title": "Iris Violoncelle Parfum: worth the price?"},
        },
        LOOK,
    ),
    "a shop's own title of a product": (
        {
            "url": ADDRESS,
            "backlink": {**ABSENT, "reason": "same-as-home"},
            "visit": HOME,
            "reported": {"title": "Iris Violoncelle Parfum | Basketball Club"},
        },
        LOOK,
    ),
    "a shop that took a product down": (
        {
            "url": ADDRESS,
            "backlink": {**ABSENT, "reason": "redirected-home"},
            "visit": {**HOME, "traits": '["shop"]'},
            "reported": KEYWORD,
        },
        LOOK,
    ),
    "a generator's own name behind its keyword": (
        {
            "url": ADDRESS,
            "backlink": {**ABSENT, "reason": "same-as-home"},
            "visit": HOME,
            "reported": {"title": "27+ Iris Violoncelle Parfum Ideas - WallKing"},
        },
        SPAM,
    ),
    "the address says nothing of the image: a redesign": (
        {
            "url": "https://blog.test/2019/03/sunday-letter.html",
            "backlink": {**ABSENT, "reason": "redirected-home"},
            "visit": HOME,
        },
        SILENT,
    ),
    "the page still speaks of the matter": (
        {
            "url": ADDRESS,
            "backlink": {**ABSENT, "reason": "redirected-home"},
            "visit": {**HOME, "vocabulary": "iris und andere düfte"},
        },
        SILENT,
    ),
    "the page still names the owner": (
        {
            "url": ADDRESS,
            "backlink": {**ABSENT, "reason": "redirected-home"},
            "visit": {**HOME, "vocabulary": "unser sponsor l'orchestre parfum"},
        },
        SILENT,
    ),
    "it says that the page is not found (C14)": (
        {"url": ADDRESS, "backlink": {**ABSENT, "reason": "soft-404"}, "visit": HOME},
        SILENT,
    ),
    "gone": ({"url": ADDRESS, "backlink": {**ABSENT, "reason": "gone"}, "visit": HOME}, SILENT),
    "blocked": (
        {"url": ADDRESS, "backlink": {"state": "unknown", "reason": "bot-wall"}, "visit": HOME},
        SILENT,
    ),
    "cut off": (
        {
            "url": ADDRESS,
            "backlink": {**ABSENT, "reason": "same-as-home"},
            "visit": {**HOME, "cut_short": True},
        },
        SILENT,
    ),
    "the image is there": ({"url": ADDRESS, "visit": HOME, "references": [{}]}, SILENT),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_vanished_or_merely_gone(case: str) -> None:
    page, expected = CASES[case]
    found = Web().page(**page).findings(SIGNAL)
    assert [(finding["score"], finding["decisive"]) for finding in found] == expected


def test_quotes_address_and_page() -> None:
    (finding,) = (
        Web().page(ADDRESS, backlink={**ABSENT, "reason": "same-as-home"}, visit=HOME).findings(SIGNAL)
    )
    assert finding["quote"] == f"{ADDRESS} now shows: Basketball Club – Willkommen"
    assert "iris violoncelle flacon" in finding["sentence"]
