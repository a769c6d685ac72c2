"""Cuts that several shards found, put into one for domains that are judged by themselves."""

import pytest

from analysis.divergences.disagreement import PAIRS, common_cuts


@pytest.mark.parametrize(
    ("found", "common"),
    [
        ([], None),
        ([None], None),
        ([2.0], 2.0),
        ([1.0, 2.0, 9.0], 2.0),
        ([2.0, None], None),
        ([1.0, 3.0, None], 2.0),
    ],
)
def test_common_cuts(found: list[float | None], common: float | None) -> None:
    cuts = common_cuts([dict.fromkeys(PAIRS, cut) for cut in found])
    assert cuts == dict.fromkeys(PAIRS, common)
