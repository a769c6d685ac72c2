"""Media queries are answered for a desktop screen of 1280 by 720."""

import pytest

from evidence.visibility.media_queries import applies_to_desktop

HOLDING = [
    "",
    "screen",
    "screen, print",
    "not print",
    "only screen and (min-width: 600px)",
    "screen and (min-width: 40em) and (max-width: 99em)",
    "(400px < width)",
    "(min-width: calc(40em + 10px))",
    "(400px <= width <= 1280px)",
    "(width = 1280px)",
    "(min-width: 600px) or (max-width: 100px)",
    "((min-width: 600px) and (not (max-width: 700px)))",
    "(hover: none), (min-width: 1px)",
    "not all and (monochrome)",
    "(prefers-color-scheme: light)",
    "screen and (-webkit-min-device-pixel-ratio: 0)",
    "(min-aspect-ratio: 16/9) and (aspect-ratio > 1/1)",
    "(4/3 < aspect-ratio)",
    "(resolution: 1x) and (max-resolution: 96dpi)",
    "(color) and (min-color: 8) and (color-gamut: srgb)",
    "(grid: 0) and (overflow-block: scroll)",
]
FAILING = [
    "print",
    "not screen",
    "screen and",
    "not",
    "only screen and (max-width: 600px)",
    "(width < 600px)",
    "(400px <= width <= 700px)",
    "not (min-width: 600px)",
    "(not (hover))",
    "not all and (min-width: 600px)",
    "(no-such-feature)",
    "all and (min-width: 0\\0)",
    "(prefers-color-scheme: dark)",
    "(-webkit-min-device-pixel-ratio: 1.5), (min-resolution: 144dpi)",
    "(min--moz-device-pixel-ratio: 1)",
    "(max-aspect-ratio: 1/1)",
    "(aspect-ratio: 1/0)",
    "(grid)",
    "(min-orientation: landscape)",
    "(" * 50,
]


@pytest.mark.parametrize("query", HOLDING)
def test_queries_that_hold(query: str) -> None:
    assert applies_to_desktop(query)


@pytest.mark.parametrize("query", FAILING)
def test_queries_that_fail(query: str) -> None:
    assert not applies_to_desktop(query)
