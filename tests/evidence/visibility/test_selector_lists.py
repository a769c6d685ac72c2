"""One invalid selector drops its whole list; one for a pseudo-element only itself."""

import pytest

from evidence.visibility.conditions import supported
from evidence.visibility.sheets import selectors_of

TAKEN_APART = {
    "a, b": ["a", "b"],
    ".a, .b::after": [".a"],
    ".a:before, .b": [".b"],
    ".a > ::before, .b": [".b"],
    "*, :BEFORE, ::after": ["*"],
    "a, ::-webkit-anything": ["a"],
    "a, input::-moz-placeholder": [],
    "a, b::bogus": [],
    "a, b:bogus": [],
    "a, b:bogus::after": [],
    "a, #1": [],
    "a, .1col": [],
    "a, .-1": [],
    "a, [data-x=1]": [],
    "a, [data-x=one]": ["a", "[data-x=one]"],
    "a, [href='x,y']": ["a", '[href="x,y"]'],
    "a, b:": [],
    "a,, b": [],
    "a, b:not(::before)": [],
    "a, b:not(#1)": [],
    "a, b:is(c, #1)": ["a", "b:is(c)"],
    "a, b:-webkit-any(.c, .d)": ["a", "b:is(.c, .d)"],
    "a, b:valid": ["a", "b:fullscreen"],
    "a, b:not(:popover-open)": ["a", "b:not(:fullscreen)"],
    "dialog:open, a::after": ["dialog[open]"],
    "& .a": [":where(:root) .a"],
    ":is(a, b) c, d": [":is(a, b) c", "d"],
    "a:has(> b), c:nth-child(2n + 1 of .d)": ["a:has(> b)", "c:nth-child(2n + 1 of .d)"],
    "a::after": [],
    "": [],
}


@pytest.mark.parametrize(("selectors", "parts"), TAKEN_APART.items())
def test_lists_come_apart_as_in_a_browser(selectors: str, parts: list[str]) -> None:
    assert [one.text for one in selectors_of(selectors)] == parts


def test_each_selector_has_its_own_weight() -> None:
    weights = [one.specificity for one in selectors_of(":is(a, #b) c, .d, e::after, f:valid")]
    assert weights == [(1, 0, 1), (0, 1, 0), (0, 1, 1)]


@pytest.mark.parametrize(
    ("selector", "known"),
    [("a", True), (":has(a)", True), ("a::before", True), ("a:unheard-of", False), ("a::unheard-of", False)],
)
def test_what_a_browser_supports(selector: str, known: bool) -> None:
    assert supported(f"selector({selector})") is known
