"""Rules that cannot matter on a page are left out of its sheets, and nothing else is."""

import pytest

from evidence.visibility.applying import Sheets
from evidence.visibility.declared_hiding import telling
from evidence.visibility.sheets import rules
from evidence.visibility.variables import Variables

HERE = ".here{display:none}"
GONE = ".gone{display:none}"


def selectors(sheet: str, *names: str) -> list[str]:
    """Name the rules that are kept on a page with some classes and ids."""
    sheets = Sheets()
    sheets.add(sheet)
    return [rule.selector for rule in rules(sheets.rules, set(names), telling, lambda: Variables({}, {}))]


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
