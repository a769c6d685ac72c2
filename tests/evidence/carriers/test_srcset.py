"""Cases written from the HTML standard, section 4.8.4.2."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.carriers.srcset import MAX_CANDIDATES, candidates


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("a.jpg", ["a.jpg"]),
        ("a.jpg 1x, b.jpg 2x", ["a.jpg", "b.jpg"]),
        ("a.jpg 300w,b.jpg 600w", ["a.jpg", "b.jpg"]),
        ("w_300,h_200/a.jpg 1x, w_600,h_400/a.jpg 2x", ["w_300,h_200/a.jpg", "w_600,h_400/a.jpg"]),
        ("a.jpg,b.jpg", ["a.jpg,b.jpg"]),
        ("a.jpg, b.jpg", ["a.jpg", "b.jpg"]),
        ("\n , a.jpg ,\t", ["a.jpg"]),
        ("a.jpg 100w 50h", ["a.jpg"]),
        ("a.jpg 1.5x, b.jpg .5x, c.jpg 1e2x", ["a.jpg", "b.jpg", "c.jpg"]),
        ("a.jpg ( , b.jpg 1x, ), c.jpg", ["c.jpg"]),
        ("a.jpg 1x 2x, b.jpg", ["b.jpg"]),
        ("a.jpg 0w, b.jpg -1x, c.jpg 1q, d.jpg 50h, e.jpg", ["e.jpg"]),
        ("", []),
        (" , ,", []),
    ],
)
def test_candidates(srcset: str, expected: list[str]) -> None:
    assert candidates(srcset) == expected


@given(st.text(alphabet="ab ,()1x.w\n"))
def test_candidates_stand_in_the_attribute(srcset: str) -> None:
    for url in candidates(srcset):
        assert url in srcset
        assert not url.startswith(",")
        assert not url.endswith(",")
        assert not set(url) & set(" \n")


def test_candidates_are_bounded() -> None:
    assert len(candidates("a.jpg 1x, " * 1_000)) == MAX_CANDIDATES
