"""Rows of strangers' links with one to the property, and who may have them."""

from typing import Any

import pytest

from analysis.signals.link_run import SIGNAL
from tests.analysis.factory import IMAGE, PRODUCT, Web

LINK = {"kind": "link", "url": IMAGE, "anchor": "cheap bottle", "left": "poker", "right": "pills"}
RUN = {"traits": '["link-run"]'}
TRADES = {"traits": '["link-run", "trade-run"]'}
NAMED = {"vocabulary": "photo l'orchestre parfum orchestre museum of glass", "words": 80}
CASES: dict[str, tuple[dict[str, Any], float | None, bool]] = {
    "in a row of strangers (D05)": ({"visit": RUN, "references": [LINK]}, 0.9, False),
    "in a row of pills and poker": ({"visit": TRADES, "references": [LINK]}, 0.9, True),
    "a page of ours among pills and poker": (
        {"visit": {"traits": '["trade-run"]'}, "target": PRODUCT, "references": [{**LINK, "url": PRODUCT, "level": "L6"}]},
        0.9,
        True,
    ),
    "in a comment (D08)": ({"visit": TRADES, "references": [{**LINK, "place": "comment"}]}, 0.9, False),
    "a picture without a word in a row of pills and poker (D16)": (
        {"visit": TRADES, "references": [{**LINK, "anchor": ""}]}, 0.9, True
    ),
    "no such row": ({"visit": {"traits": '["title-is-slug"]'}, "references": [LINK]}, None, False),
    "a list that names us": ({"visit": {**RUN, **NAMED}, "references": [LINK]}, None, False),
    "pills and poker that name us": ({"visit": {**TRADES, **NAMED}, "references": [LINK]}, 0.9, True),
    "cut off": ({"visit": {**RUN, "cut_short": True}, "references": [LINK]}, None, False),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_rows_of_links(case: str) -> None:
    page, score, decisive = CASES[case]
    web = Web().page(**page)
    assert web.score(SIGNAL) == score
    assert [finding["decisive"] for finding in web.findings(SIGNAL)] == [decisive] * (score is not None)
