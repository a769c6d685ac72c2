"""Rules that cannot matter on a page are left out of its sheets, and nothing else is."""

import pytest

from evidence.visibility.declared_hiding import telling
from evidence.visibility.sheets import rules

HERE = ".here{display:none}"
GONE = ".gone{display:none}"


def selectors(sheet: str, *names: str) -> list[str]:
    """Name the rules that are kept on a page with some classes and ids."""
    return [rule.selector for rule in rules(sheet, set(names), telling, {})]


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (GONE + HERE, [".here"]),
        (".gone .here{display:none}", []),
        (".here .gone{display:none}", []),
        ("#gone{display:none}", []),
        (".gone, .HERE{display:none}", [".gone, .HERE"]),
        ("p{display:none}", ["p"]),
        (":not(.gone){display:none}", [":not(.gone)"]),
        ("[class=gone]{display:none}", ["[class=gone]"]),
        (r".go\6ee{display:none}", [r".go\6ee"]),
        (".gone{opacity:1}", [".gone"]),
        (f"@media screen{{{GONE}{HERE}}}", [".here"]),
        (f"@media print{{{HERE}}}", []),
    ],
)
def test_only_rules_that_may_apply_are_kept(sheet: str, kept: list[str]) -> None:
    assert selectors(sheet, "here") == kept


@pytest.mark.parametrize(
    "sheet",
    [
        f"}}{GONE}{HERE}",
        f";{GONE}{HERE}",
        f"x{GONE}{HERE}",
        f"/* {GONE}{HERE} */{HERE}",
        f"/* }} */{GONE}{HERE}",
        f".gone{{content:'}}'}}{HERE}",
        f'.gone{{content:"{HERE}"}}{HERE}',
        f".gone{{{HERE}}}{HERE}",
        f"@font-face{{src:url(x)}}{GONE}{HERE}",
        f"{GONE}}}{GONE}{HERE}",
        f"{GONE}{{{HERE}",
    ],
)
def test_what_is_left_out_changes_nothing_about_other_rules(sheet: str) -> None:
    kept = selectors(sheet, "here")
    everything = selectors(sheet, "here", "gone")
    assert kept.count(".here") == everything.count(".here")
    assert set(kept) <= set(everything)
