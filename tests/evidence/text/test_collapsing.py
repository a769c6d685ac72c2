import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.collapsing import collapsed

PIECES = st.lists(st.text(alphabet=" \t\n\r\fab\u00a0é\U0001f600\ud800", max_size=6), max_size=8)


@pytest.mark.parametrize(
    ("pieces", "places", "text", "moved"),
    [
        ([], [0], "", [0]),
        ([" \n", "a"], [0, 1, 2], "a", [0, 0, 1]),
        (["a ", " b"], [1], "a b", [2]),
        (["a", " b"], [1], "a b", [1]),
        (["a\t\r\n", "\f", "b"], [1, 2], "a b", [2, 2]),
        (["a\u00a0\u00a0b"], [1], "a\u00a0\u00a0b", [4]),
        (["a", " "], [1, 2], "a", [1, 2]),
    ],
)
def test_white_space_is_one_space(pieces: list[str], places: list[int], text: str, moved: list[int]) -> None:
    assert collapsed(pieces, places) == (text, moved)


@given(PIECES)
def test_a_place_is_as_far_as_what_stands_before_it(pieces: list[str]) -> None:
    text, places = collapsed(pieces, range(len(pieces) + 1))
    assert text == re.sub(r"[ \t\r\n\f]+", " ", "".join(pieces)).removeprefix(" ").rstrip()
    for number, place in enumerate(places):
        before = re.sub(r"[ \t\r\n\f]+", " ", "".join(pieces[:number])).removeprefix(" ")
        assert place == len(before)
