"""Shown, linked, named in metadata only, gone: what each says, and what says nothing."""

from typing import Any

import pytest

from analysis.signals.image_not_shown import SIGNAL
from tests.analysis.factory import PRODUCT, Web

ABSENT = {"state": "absent", "reason": "replaced", "level": "", "visibility": ""}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "shown": ({"references": [{}]}, 0.2),
    "lazy counts as shown": ({"references": [{"visibility": "lazy"}]}, 0.2),
    "a resized copy counts as shown": ({"references": [{"level": "L3"}]}, 0.2),
    "linked by text only": (
        {"references": [{"kind": "link", "element": "a"}], "backlink": {"reason": "link"}},
        0.5,
    ),
    "the owner's page is linked, the image gone (E27)": (
        {"references": [], "backlink": {"reason": "link", "level": "L7"}},
        0.5,
    ),
    "metadata only (A19)": (
        {"references": [{"visibility": "metadata"}], "backlink": {"visibility": "metadata"}},
        0.7,
    ),
    "hidden": ({"references": [{"visibility": "hidden"}], "backlink": {"visibility": "hidden"}}, 0.7),
    "on some loads only: another signal's matter (A07)": (
        {"references": [{}], "backlink": {"seen_loads": 1, "loads": 3}},
        None,
    ),
    "neither shown nor linked": ({"backlink": ABSENT}, 0.7),
    "in a crowd of strangers' pictures: silent": (
        {"references": [{}], "visit": {"foreign_embed_hosts": 8, "foreign_embeds": 8}},
        None,
    ),
    "in a crowd, but credited (E19)": (
        {
            "references": [{}, {"kind": "link", "level": "L6", "url": PRODUCT}],
            "visit": {"foreign_embed_hosts": 8, "foreign_embeds": 8},
        },
        0.2,
    ),
    "the page is gone: silent": ({"backlink": {**ABSENT, "reason": "gone"}}, None),
    "says not found: silent": ({"backlink": {**ABSENT, "reason": "soft-404"}}, None),
    "blocked: silent": ({"backlink": {**ABSENT, "state": "unknown", "reason": "bot-wall"}}, None),
    "cut off: silent": ({"backlink": {**ABSENT, "state": "unknown", "reason": "cut-off"}}, None),
    "only in an archive's list of links: silent": (
        {
            "references": [{"visibility": "unobserved", "place": "unobserved"}],
            "backlink": {"visibility": "unobserved"},
            "visit": {"cut_short": True, "words": 0},
        },
        None,
    ),
    "a text link to a page: silent": (
        {"target": PRODUCT, "backlink": {"target_is_image": False}, "reported": {"type": "text"}},
        None,
    ),
    "a logo that links to a page (E20)": (
        {"target": PRODUCT, "backlink": {"target_is_image": False, "reason": "link"}},
        0.2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_speaks_only_of_what_was_seen(case: str) -> None:
    page, expected = CASES[case]
    assert Web().page(**{"visit": {}, **page}).score(SIGNAL) == expected


def test_unvisited_page_gives_no_finding() -> None:
    assert Web().page().findings(SIGNAL) == []
