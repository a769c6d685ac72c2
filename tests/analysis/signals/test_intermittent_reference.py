"""On some loads of a page, on all, on none."""

import pytest

from analysis.signals.intermittent_reference import SIGNAL
from tests.analysis.factory import Row, Web

CASES: dict[str, tuple[Row, float | None]] = {
    "one load in three (A07)": ({"seen_loads": 1, "loads": 3}, 0.85),
    "two in three": ({"seen_loads": 2, "loads": 3}, 0.85),
    "on the one load there was": ({"seen_loads": 1, "loads": 1}, None),
    "on all loads": ({"seen_loads": 3, "loads": 3}, None),
    "on none: absent, not intermittent": ({"seen_loads": 0, "loads": 3, "state": "absent"}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_references_that_come_and_go(case: str) -> None:
    backlink, expected = CASES[case]
    assert Web().page(visit={}, backlink=backlink).score(SIGNAL) == expected


def test_says_how_often() -> None:
    (finding,) = (
        Web().page(visit={}, backlink={"seen_loads": 1, "loads": 3, "detail": "Seen."}).findings(SIGNAL)
    )
    assert finding["sentence"] == "The page refers to you on 1 of 3 loads only."
    assert not finding["decisive"]
