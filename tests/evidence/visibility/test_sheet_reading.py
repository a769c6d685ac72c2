"""Style sheets are read in C only where that comes to the same as reading them exactly."""

import re
from random import Random

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from evidence.visibility.applying import DEEPEST, MOST_RULES, UNLAYERED, Sheets
from evidence.visibility.declared_hiding import telling
from evidence.visibility.exact_reading import read_sheet
from evidence.visibility.sheets import rules
from evidence.visibility.tokens import is_sound, tokens
from evidence.visibility.variables import Variables

BITS = [
    ".a", "#b", "p", " ", ",", "{", "}", "{", "}", ";", ":", "display", "none", "opacity", "0", "position:absolute", "(",
    ")", "[", "]", '"', "'", '"x"', "'y'", "/*", "*/", "/*c*/", "@media screen", "@media print", "@supports (display:grid)",
    "@layer a", "@layer a,b;", "@import 'x';", "@keyframes k", "@", "\\", "\\{", "\n", "<!--", "-->", "-", "--x", ":root",
    "var(--x)", "!important", "url(", "url(x)", 'url("x")', "&", "*zoom", '@charset "u";', ".a{display:none}",
    ".b{opacity:0}", "@media screen{.a{display:none}}", "@font-face{src:url(a;b)}", "display:none;", "*", "$x", "%", "//",
    "progid:D.M(a='b')", "1e3", "#", "@page{margin:0;@top-left{x:y}}", "\x0c", "\r\n", "é", "/* @d */", "'@import'", "@MEDIA SCREEN",
    "a:hover", "::before", "color:red", "}\n.a{", ".q{color:red}", "@property --x{syntax:'*';initial-value:none}",
]  # fmt: skip
"""What sheets are made of, and what breaks them."""
Said = list[tuple[str, str, str, bool]]


def said(sheets: Sheets) -> Said:
    """Return what sheets declare that may hide, in the same spelling whoever read it; no browser takes broken values."""
    found = [
        rule
        for rule in rules(sheets.rules, {"a", "b", "q"}, telling, lambda: Variables({}, {}, {}))
        if rule.selectors
    ]
    return [
        (_plainly(rule.selector), name, _plainly(value), important)
        for rule in found
        for name, value, important in rule.declarations
        if is_sound(tokens(value))
    ]


def _plainly(source: str) -> str:
    parsed = tinycss2.parse_component_value_list(source, skip_comments=True)
    return re.sub(r"\s|/\*\*/", "", tinycss2.serialize(parsed)).lower()


def usually(sheet: str) -> Said:
    sheets = Sheets()
    sheets.add(sheet)
    assert not sheets.is_cut
    return said(sheets)


def exactly(sheet: str) -> Said:
    sheets = Sheets()
    sheets._read(read_sheet(sheet), UNLAYERED, DEEPEST)
    return said(sheets)


@pytest.mark.parametrize(
    "sheet",
    [
        "@a ",
        "@layer ",
        "a{",
        "@media screen{",
        "url(",
        "url(x ",
        "(",
        "/*",
        "x/**/",
        '"x\n',
        '@import "',
        "@media (",
        "{}",
        "}",
    ],
)
def test_no_sheet_takes_long(sheet: str) -> None:
    """Whatever took time by the square of the length would meet the time limit of every test."""
    sheets = Sheets()
    sheets.add(sheet * 100_000)
    assert len(sheets.rules) <= MOST_RULES


@given(st.lists(st.sampled_from(BITS), max_size=14).map("".join))
def test_any_sheet_says_what_it_says_exactly(sheet: str) -> None:
    assert usually(sheet) == exactly(sheet)


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put sheets into blocks of rules and at-rules, with strings, comments and escapes around them."""
    heads = st.sampled_from([
        "@media screen", "@media print", "@supports (display:grid)", "@layer a", "@layer", ".a", ".q", "@font-face",
        "@media screen/*{*/", "@media (min-width:1px) and (color)", "@container (width>1px)", '@-x-y "}"', ".a\\{b",
    ])  # fmt: skip
    last = st.sampled_from(["}", "}", "}", "}", "", "}}", "/*}*/}", "'}'}"])
    return st.builds(lambda head, body, end: f"{head}{{{body}{end}", heads, inner, last)


WHOLE = st.sampled_from([".a{display:none}", "#b{opacity:0;}", "p,.b{position:absolute;left:-9999px}", "--x:{a:b};", "",
    ".b{content:'{'}", "/* } */", "@import 'x';", '@charset "u";', "@layer a,b;", ".a{background:url(a{b)}", "display:none;"])  # fmt: skip


@given(st.lists(st.recursive(WHOLE, lambda inner: nested(st.lists(inner, max_size=3).map("".join)), max_leaves=8), max_size=4).map("".join))  # fmt: skip
def test_sheets_in_sheets_say_what_they_say_exactly(sheet: str) -> None:
    assert usually(sheet) == exactly(sheet)


def test_thousands_of_sheets_say_what_they_say_exactly() -> None:
    random = Random(1)
    for _ in range(4_000):
        sheet = "".join(random.choices(BITS, k=random.randint(1, 14)))
        assert usually(sheet) == exactly(sheet), sheet
