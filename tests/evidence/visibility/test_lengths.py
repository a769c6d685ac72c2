"""Lengths come to pixels on a screen of 1280 by 720, calculations included."""

import pytest

from evidence.visibility.lengths import length


@pytest.mark.parametrize(
    ("value", "pixels"),
    [
        ("0", 0.0),
        ("-9999px", -9999.0),
        (" +1.5EM ", 24.0),
        ("-.5rem", -8.0),
        ("100%", 1280.0),
        ("-100dvh", -720.0),
        ("1e3px", 1000.0),
        ("calc(-1 * (100vw - 80px))", -1200.0),
        ("min(0px, 5vh)", 0.0),
        ("clamp(1rem, 2vw, 2rem)", 25.6),
        ("max(10px, calc(1px + 1px))", 10.0),
        ("", None),
        ("auto", None),
        ("10 px", None),
        ("1px 2px", None),
        ("1px / 0", None),
        ("calc(1px / 0)", None),
        ("calc()", None),
        ("clamp(1px)", None),
        ("min()", None),
        ("12furlongs", None),
        ("(" * 150, None),
        ("calc(" * 150, None),
        ("1" * 10_000, None),
    ],
)
def test_length(value: str, pixels: float | None) -> None:
    assert length(value) == pytest.approx(pixels)
