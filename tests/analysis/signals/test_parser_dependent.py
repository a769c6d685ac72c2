"""References that only some readings see."""

import pytest

from analysis.signals.parser_dependent import SIGNAL
from tests.analysis.factory import Row, Web

LENIENT = {"readings": '["lenient"]'}
CASES: dict[str, tuple[list[Row], float | None]] = {
    "the lenient reading alone": ([LENIENT], 0.6),
    "both readings": ([{"readings": '["browser", "lenient"]'}], None),
    "one find each": ([LENIENT, {}], None),
    "no find": ([], None),
    "of no reported target": ([{**LENIENT, "backlink_id": 0}], None),
}


@pytest.mark.parametrize("case", CASES)
def test_readings(case: str) -> None:
    references, expected = CASES[case]
    assert Web().page(visit={}, references=references).score(SIGNAL) == expected
