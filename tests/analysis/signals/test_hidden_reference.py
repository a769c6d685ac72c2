"""Hidden and with a payload, against everything that honest pages hide."""

from typing import Any

import pytest

from analysis.signals.hidden_reference import SIGNAL
from tests.analysis.factory import Web

HIDDEN = {"visibility": "hidden", "hidden_by": "left: -12623px, style of <div>", "kind": "link"}
PAYLOAD = {"foreign_link_hosts": 5}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "far off screen, with five strangers (B02)": ({"references": [HIDDEN], "visit": PAYLOAD}, 1.0),
    "hidden by a script": (
        {"references": [{**HIDDEN, "visibility": "hidden-by-script"}], "visit": PAYLOAD},
        1.0,
    ),
    "hidden pictures (B01)": (
        {"references": [{**HIDDEN, "kind": "embed"}], "visit": {"foreign_embed_hosts": 301}},
        1.0,
    ),
    "hidden, but no payload (B20)": ({"references": [HIDDEN], "visit": {}}, None),
    "a hidden frame of the site (B16)": (
        {"references": [{**HIDDEN, "hidden_by": "in a frame: a frame of 0 by 0"}], "visit": {}},
        1.0,
    ),
    "hidden twin of a visible link": ({"references": [HIDDEN, {}], "visit": PAYLOAD}, None),
    "screen-reader text (B21)": (
        {"references": [{**HIDDEN, "visibility": "screen-reader"}], "visit": PAYLOAD},
        None,
    ),
    "closed details (B18)": (
        {"references": [{**HIDDEN, "visibility": "collapsed"}], "visit": PAYLOAD},
        None,
    ),
    "lazy picture (B22)": ({"references": [{"visibility": "lazy"}], "visit": PAYLOAD}, None),
    "metadata (E13)": ({"references": [{"visibility": "metadata"}], "visit": PAYLOAD}, None),
    "a comment in the source (B15)": ({"references": [{"visibility": "inert"}], "visit": PAYLOAD}, None),
    "a hidden mention": ({"references": [{**HIDDEN, "kind": "mention"}], "visit": PAYLOAD}, None),
    "honeypot field, no reference (B19)": ({"references": [], "visit": PAYLOAD}, None),
    "page cut off": ({"references": [HIDDEN], "visit": {**PAYLOAD, "cut_short": True}}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_hidden_alone_is_not_spam(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**page).score(SIGNAL) == expected


def test_is_decisive_and_names_the_rule() -> None:
    (finding,) = Web().page(references=[HIDDEN], visit=PAYLOAD).findings(SIGNAL)
    assert finding["decisive"]
    assert "left: -12623px, style of <div>" in finding["sentence"]
