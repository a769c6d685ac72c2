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
    "(400px <= width <= 1280px)",
    "(width = 1280px)",
    "(min-width: 600px) or (max-width: 100px)",
    "((min-width: 600px) and (not (max-width: 700px)))",
    "(hover: none), (min-width: 1px)",
    "not all and (monochrome)",
    "(prefers-color-scheme: light)",
]
FAILING = [
    "print",
    "not screen",
    "only screen and (max-width: 600px)",
    "(width < 600px)",
    "(400px <= width <= 700px)",
    "not (min-width: 600px)",
    "(not (hover))",
    "not all and (min-width: 600px)",
    "(no-such-feature)",
    "all and (min-width: 0\\0)",
    "(prefers-color-scheme: dark)",
    "(" * 50,
]


@pytest.mark.parametrize("query", HOLDING)
def test_queries_that_hold(query: str) -> None:
    assert applies_to_desktop(query)


@pytest.mark.parametrize("query", FAILING)
def test_queries_that_fail(query: str) -> None:
    assert not applies_to_desktop(query)
