"""Rules that cannot matter on a page are left out of its sheets, and nothing else is."""

import pytest

from evidence.visibility.applying import Sheets
from evidence.visibility.declared_hiding import telling
from evidence.visibility.sheets import rules
from evidence.visibility.variables import Variables
from tests.evidence.pages import read

HERE = ".here{display:none}"
GONE = ".gone{display:none}"


def selectors(sheet: str, *names: str) -> list[str]:
    """Name the rules that are kept on a page with some classes and ids."""
    sheets = Sheets()
    sheets.add(sheet)
    return [rule.selector for rule in rules(sheets.rules, set(names), telling, lambda: Variables({}, {}, {}))]


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


def test_thousands_of_rules_that_change_each_others_properties_take_no_long() -> None:
    """Whatever took time by the square of their number would meet the time limit of every test."""
    using = "".join(f".a{{--x{n % 7}:{n};opacity:var(--x{n % 7})}}" for n in range(10_000))
    changing = "".join(f".a.b{{--x{n % 7}:{n}}}" for n in range(10_000))
    page = read(f"<style>{using}{changing}</style><p class='a b'>words")
    assert page.text == "words"
