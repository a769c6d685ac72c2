"""Words by UAX #29, cut in whole arrays: the rule as one expression says what must come out."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.words import spans, words

RULE = regex.compile(
    r"[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u00ad\u200b-\u200d\u2060]*"
    r"(?:(?:(?<=\p{L}\p{M}*)[\u0027\u2019.\u00b7](?=\p{L})|(?<=\p{N})[.,;'](?=\p{N}))"
    r"[\p{L}\p{N}\p{M}_\u00ad\u200b-\u200d\u2060]+)*"
)
SPACED = "aZß0٣_ '’.,;·-\u0301\u200d\u00ad\u2060éхд\U0001d5ba\U0001f600\n"


@given(st.text(alphabet=SPACED, max_size=40))
def test_arrays_cut_where_the_rule_does(text: str) -> None:
    assert list(zip(*spans(text), strict=True)) == [match.span() for match in RULE.finditer(text)]


@given(st.text(max_size=60))
def test_any_text_is_survived(text: str) -> None:
    starts, ends = spans(text)
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("...", []),
        ("don't can\u2019t", ["don't", "can\u2019t"]),
        ("U.S.A. e.g. www.shop.example", ["U.S.A", "e.g", "www.shop.example"]),
        ("1,240.50 3;4 a,b 1.a", ["1,240.50", "3;4", "a", "b", "1", "a"]),
        ("e-mail rock'n'roll 'quoted'", ["e", "mail", "rock'n'roll", "quoted"]),
        ("snake_case _x", ["snake_case", "_x"]),
        ("\u0301leading mark", ["leading", "mark"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("Wort\u00adteil null\u200bbreit", ["Wortteil", "nullbreit"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("私は猫が好きです", ["私", "は", "猫", "が", "好き", "です"]),
        ("ฉันรักแมว and cats", ["ฉัน", "รัก", "แมว", "and", "cats"]),
        ("한국어 단어", ["한국어", "단어"]),
        ("\U00020000\U00020001 x", ["\U00020000", "\U00020001", "x"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
