"""What a report quotes against what the page says: other pages, and the same page without the image."""

from typing import Any

import pytest

from analysis.signals.reported_words import SIGNAL
from tests.analysis.factory import Web

LOST = {"state": "absent", "reason": "replaced"}
QUOTED = {
    "title": "Cheap perfume deals online",
    "left": "wholesale designer fragrance discount outlet",
    "right": "coupon codes shipping worldwide today",
}
CLUB = "spielplan training halle verein jugend vorstand satzung turnier ergebnisse"
SAME = (
    "cheap perfume deals online wholesale designer fragrance discount outlet coupon codes shipping worldwide"
)
URL = "https://club.test/a.html"
PAGE: dict[str, Any] = {"url": URL, "backlink": LOST, "reported": QUOTED, "visit": {"vocabulary": CLUB}}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "another page": (PAGE, 0.6),
    "the host's home page": ({**PAGE, "backlink": {**LOST, "reason": "same-as-home"}}, 0.6),
    "one word of ten by chance": ({**PAGE, "visit": {"vocabulary": f"{CLUB} online"}}, 0.6),
    "the same page without the image": ({**PAGE, "visit": {"vocabulary": SAME}}, None),
    "the same page, half rewritten": ({**PAGE, "visit": {"vocabulary": "cheap perfume deals online shipping"}}, None),
    "said in title and heading": (
        {**PAGE, "visit": {"vocabulary": CLUB, "title": "Cheap perfume deals", "h1": "Online outlet"}},
        None,
    ),
    "only the image's own words and our name are gone": (
        {
            **PAGE,
            "reported": {"title": "Iris Violoncelle Flacon – L'Orchestre Parfum", "left": "Iris", "right": "Flacon"},
        },
        None,
    ),
    "a title of four words": ({**PAGE, "reported": {"title": "Wholesale designer fragrance outlet"}}, None),
    "a site that shows each visitor his language": (
        {**PAGE, "reported": {**QUOTED, "language": "en"}, "visit": {"vocabulary": CLUB, "language": "de"}},
        None,
    ),
    "another page in the same language": (
        {**PAGE, "reported": {**QUOTED, "language": "de"}, "visit": {"vocabulary": CLUB, "language": "de"}},
        0.6,
    ),
    "a report without words": ({**PAGE, "reported": {}}, None),
    "a list that moved on": ({**PAGE, "url": "https://club.test/page/3/"}, None),
    "a list by number": ({**PAGE, "url": "https://club.test/?paged=3"}, None),
    "a page of that name": ({**PAGE, "url": "https://club.test/page-of-fame.html"}, 0.6),
    "the page is gone": ({**PAGE, "backlink": {**LOST, "reason": "gone"}}, None),
    "any address shows this": ({**PAGE, "backlink": {**LOST, "reason": "soft-404"}}, None),
    "the image is there": ({**PAGE, "backlink": {"state": "present"}}, None),
    "nobody could read it": ({**PAGE, "backlink": {"state": "unknown", "reason": "bot-wall"}}, None),
    "cut short": ({**PAGE, "visit": {"vocabulary": CLUB, "cut_short": True}}, None),
    "never visited": ({**PAGE, "visit": None}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_reported_words(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**page).score(SIGNAL) == expected


def test_what_is_said() -> None:
    (finding,) = Web().page(**PAGE).findings(SIGNAL)
    assert finding["sentence"] == "Of 13 words that the report quotes from the page it says 0% today."
    assert finding["quote"].startswith("reported: Cheap perfume deals online wholesale")
    assert finding["quote"].endswith("now: A page")
    assert not finding["decisive"]
